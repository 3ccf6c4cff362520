"""The public face of the accessibility statement."""

from typing import Any

from volunteering.core.views import PageView


class AccessibilityStatement(PageView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """`root_url`: which site it is about; None in the preview of a page that stands nowhere yet."""
        site = self.page.get_site()
        return super().get_context_data(root_url=site and site.root_url, **kwargs)
