"""What may stand in a procedure file, told to an editor as a JSON Schema?"""

from putright.gateways import procedure_files


def procedure_schema() -> str:
    """The JSON Schema of a procedure file."""
    import json

    return json.dumps(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **json.loads(procedure_files.procedure_schema())},
        indent=2,
    )
