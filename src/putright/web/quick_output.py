"""How does a template escape what it puts out, at the least cost? A page puts out many hundreds of small pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.compiler import CodeGenerator
from jinja2.nodes import Expr

# What `escape` of the package asks itself; it then wraps the answer, which nobody needs who only joins the pieces.
from markupsafe import _escape_inner  # type: ignore[attr-defined]  # it has no other name

if TYPE_CHECKING:
    from jinja2.compiler import Frame


class QuickOutput(CodeGenerator):
    """Jinja's own, but that each piece put out is escaped by `escaped`, which the environment holds."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


def escaped(value: object) -> str:
    """Return the text of a value, fit to stand in HTML, as `markupsafe.escape` has it."""
    if type(value) is str:
        return _escape_inner(value)
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return _escape_inner(str(value))
