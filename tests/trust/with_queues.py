"""The addresses of a site that has a queue: `@pytest.mark.urls("tests.trust.with_queues")`."""

from django.urls import include, path

from config.urls import urlpatterns as sites

urlpatterns = [path("admin/queues/", include("home.queue_urls")), *sites]
