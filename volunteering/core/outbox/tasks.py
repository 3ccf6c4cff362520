"""What runs later. Payload: the mail's id and nothing else."""

from django_tasks import task

from volunteering.core.outbox.delivery import deliver


@task()
def deliver_mail(mail_id: str) -> None:
    deliver(mail_id=mail_id)


# While Redis is down a mail waits for the sweeper instead of a visitor waiting for the mail server.
deliver_mail.func.is_swept = True
