"""Where a request came from, when proxies stand in between."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def client_address(request: HttpRequest) -> str:
    """The address of the caller, or of the first proxy on the way that nobody vouches for.

    `X-Forwarded-For` is read from the right, and only while the one who wrote that part is in
    `TRUSTED_PROXIES`: what a caller writes there himself has no effect.
    """
    nearest = request.META.get("REMOTE_ADDR", "")
    address = _parse(nearest)
    if address is None:
        return str(nearest)
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    while hops and _is_in(address, settings.TRUSTED_PROXIES):
        further = _parse(hops.pop())
        if further is None:
            break
        address = further
    return str(address)


def _parse(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_in(address: Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)
