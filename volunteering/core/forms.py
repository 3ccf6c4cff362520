"""What the editor's forms share."""

from django.forms import ModelForm


def kept_children(form: ModelForm, relation: str) -> list[ModelForm] | None:
    """The forms of a child relation that will stay after saving; None while one of them has errors of its own."""
    formset = form.formsets[relation]
    if not formset.is_valid():
        return None
    gone = set(formset.deleted_forms)
    return [child for child in formset.forms if child not in gone and (child.has_changed() or child.instance.pk)]
