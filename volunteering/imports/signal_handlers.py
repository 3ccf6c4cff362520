"""What imports overhear."""

from django.dispatch import receiver

from volunteering.directory.models import AssociationPage
from volunteering.imports.models import SourceRecord
from volunteering.signals import associations_merged


@receiver(associations_merged)
def follow_merged_record(kept: AssociationPage, other: AssociationPage, **kwargs) -> None:
    """The rows of a source now say what is new of the record that is kept, unless it has one of that source already."""
    own = list(SourceRecord.objects.filter(page_id=kept.pk).values_list("source", flat=True))
    SourceRecord.objects.filter(page_id=other.pk).exclude(source__in=own).update(page_id=kept.pk)
