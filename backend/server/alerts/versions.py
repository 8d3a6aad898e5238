"""What moves the banners of the staff's notices."""

from collections.abc import Collection, Mapping

from server.alerts.models import SiteAlert


def state_of_alerts(names: Collection[str]) -> Mapping[str, object]:
    """Every notice and its version; one query, of few rows."""
    alerts = tuple(SiteAlert.objects.order_by("pk").values_list("pk", "version"))
    return dict.fromkeys(names, alerts)
