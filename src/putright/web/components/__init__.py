"""Values that the templates in `templates/components` draw: tags, answers to check, tasks, what happened in order."""

from putright.web.components.tags import Tag, duty_tag
from putright.web.components.values import Answer, Happening, Task

__all__ = ["Answer", "Happening", "Tag", "Task", "duty_tag"]
