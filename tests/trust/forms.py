"""The forms of a page, as a browser would send them: names, what is chosen now, what could be chosen."""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse

TYPED = ("text", "number", "date", "time", "datetime-local", "email", "tel", "url", "search", "color", "month")
WRONG = (".v-errors", "[aria-invalid=true]", ".error-message", ".w-field__errors .icon", ".messages .error")


@dataclass
class Form:
    """`fields`: name → the values a browser sends when nothing is touched; `choices`: name → what it offers;
    `typed`: those a hand writes.
    """

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        return sorted({*self.fields, *self.choices, *self.files})


def forms(page: str, *, method: str) -> list[Form]:
    """None where there is a field of blocks, which scripts alone can fill in."""
    found = BeautifulSoup(page, "html.parser")
    if found.select_one("[data-block]"):
        return []
    return [read(form) for form in found.select("form") if form.get("method", "get").lower() == method]


def read(form: Tag) -> Form:
    told = Form(action=form.get("action", ""))
    for each in form.select("input[name], select[name], textarea[name], button[name]"):
        name = each["name"]
        if is_typed(each):
            told.typed.add(name)
        match each.name, each.get("type", "text"):
            case "textarea", _:
                told.fields.setdefault(name, []).append(each.text)
            case "select", _:
                told.choices.setdefault(name, []).extend(option.get("value", "") for option in each.select("option"))
                chosen = [option.get("value", "") for option in each.select("option[selected]")]
                told.fields.setdefault(name, []).extend(chosen)
            case "input", "file":
                told.files.add(name)
            case "input", "checkbox" | "radio":
                told.choices.setdefault(name, []).append(each.get("value", "on"))
                if each.has_attr("checked"):
                    told.fields.setdefault(name, []).append(each.get("value", "on"))
            case ("button", _) | ("input", "submit" | "button" | "image" | "reset"):
                told.choices.setdefault(name, []).append(each.get("value", ""))
            case _:
                told.fields.setdefault(name, []).append(each.get("value", ""))
    return told


def is_typed(field: Tag) -> bool:
    """Rich text is typed too, and sent by a script."""
    if field.name == "textarea":
        return not field.text.lstrip().startswith(("{", "["))
    return field.name == "input" and field.get("type", "text") in TYPED


def is_refused(response: HttpResponse) -> bool:
    """The answer says what to repair, or that nothing is to be had here."""
    if 400 <= response.status_code < 500:
        return True
    is_page = response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")
    return is_page and any(BeautifulSoup(response.content, "html.parser").select(mark) for mark in WRONG)
