"""What runs later. Payload: the mail's id and nothing else."""

from django_tasks import task
from django_tasks.base import Task

from volunteering.core.outbox.delivery import deliver

# Of its own, where a site has it: a mail somebody waits for does not stand behind an import.
QUEUE = "mail"


@task()
def deliver_mail(mail_id: str) -> None:
    deliver(mail_id=mail_id)


# While Redis is down a mail waits for the sweeper instead of a visitor waiting for the mail server.
deliver_mail.func.is_swept = True


def on_its_queue() -> Task:
    """`deliver_mail` on the queue `QUEUE`, or where everything goes on a site whose TASKS name no such queue."""
    queues = deliver_mail.get_backend().queues
    return deliver_mail.using(queue_name=QUEUE) if QUEUE in queues else deliver_mail
