"""What is done again and again on a site with a queue: `manage.py rqcron config.cron`, beside the workers.

Each line puts a command into the queue; without Redis, the same commands go into a crontab. Times are the city's own
(TIME_ZONE), summer and winter.
"""

from django.core.management import call_command
from rq.cron import register

# Command → minute, hour, day of the month, month, day of the week.
SCHEDULE = {
    "publish_scheduled": "*/10 * * * *",
    "deliver_mail": "*/5 * * * *",
    # After the quiet hours (QUIET_HOURS).
    "send_alerts": "2 8 * * *",
    "send_reminders": "10 8 * * *",
    "check_records": "15 8 * * *",
    "warn_volunteers": "20 8 * * *",
    "refresh_missions": "5 * * * *",
    "refresh_applications": "*/10 * * * *",
    "refresh_help_requests": "25 * * * *",
    "refill_occurrences": "15 3 * * *",
    "setup_search": "25 3 * * *",
    # Whatever has had its time, of every domain and of the site.
    "purge_expired": "40 3 * * *",
    "clearsessions": "50 3 * * *",
    # After all that puts things right at night: what it finds is left over. A broken promise is a failed job.
    "check_invariants": "10 4 * * *",
    # Repairs what a worker that was killed in the middle of a job may have left out.
    "update_index": "0 4 * * 0",
}
# What is not here goes into "default".
QUEUES = {"deliver_mail": "mail", "send_alerts": "digest", "send_reminders": "digest", "check_records": "digest"}
A_WEEK = 7 * 24 * 60 * 60

for name, times in SCHEDULE.items():
    register(
        call_command,
        queue_name=QUEUES.get(name, "default"),
        name=name,
        args=(name,),
        cron=times,
        job_timeout=3600,
        result_ttl=0,
        failure_ttl=A_WEEK,
    )
