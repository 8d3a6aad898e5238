"""The sender over HTTP, which connects to public addresses alone.

A name is looked up once, and the connection goes to the address that was judged: a name that
changes between the look and the call leads nowhere. No proxy, no redirect, no password of ours.
"""

import http.client
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from integrations.time_limit import time_limit
from integrations.webhooks import AddressRefused, Answer, Network, NoAnswer

_MOST_BYTES = 2000
_PORTS = {"https": 443, "http": 80}
# All that is given out to the world. Outside lie the old forms of private and IPv4 addresses,
# which Python takes for global, and gateways to IPv4, which reach what is private there.
_GLOBAL_IPV6 = ip_network("2000::/3")
# Any character of an address that may stand as it is, `%` of what is quoted already among them.
_KEPT = "!#$%&'()*+,/:;=?@[]~"

Address = IPv4Address | IPv6Address
Lookup = Callable[[str, int], Sequence[Address]]


class HttpSender:
    """See `Sender`.

    Args:
        timeout_s: how long the whole of a call may take, in seconds.
        also_allowed: networks beside the public ones, for which plain `http` will do too.
        lookup: host and port to addresses.
    """

    def __init__(
        self,
        *,
        timeout_s: float,
        also_allowed: Sequence[Network] = (),
        lookup: Lookup | None = None,
    ) -> None:
        self._timeout_s = timeout_s
        self._also_allowed = also_allowed
        self._lookup = lookup or look_up

    def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        """POST `body` and read how the answer begins."""
        parts = _parts(url)
        port = parts.port or _PORTS[parts.scheme]
        with time_limit(self._timeout_s) as limit:
            # The port is said: from an IPv6 address the library would take the last part for one.
            connection = http.client.HTTPConnection(parts.hostname or "", port)
            connection.default_port = _PORTS[parts.scheme]  # which `Host` leaves out
            try:
                connection.sock = self._connect(parts)
                limit.watch(connection.sock)
                connection.request("POST", _target(parts), body=body, headers=dict(headers))
                response = connection.getresponse()
                text = response.read(_MOST_BYTES)
            except (OSError, http.client.HTTPException) as error:
                if limit.is_over or isinstance(error, TimeoutError):
                    raise self._too_late() from error
                raise NoAnswer(f"The connection failed: {type(error).__name__}.") from error
            finally:
                connection.close()
            if limit.is_over:  # cut off among the headers, it may read like a whole answer
                raise self._too_late()
        # No database keeps null characters in JSON.
        shown = text.decode(errors="replace").replace("\x00", "\ufffd")
        return Answer(status=response.status, text=shown)

    def _too_late(self) -> NoAnswer:
        return NoAnswer(f"No answer within {self._timeout_s:g} s.")

    def _connect(self, parts: SplitResult) -> socket.socket:
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        for address in self._addresses(host, port):
            if not self._may_reach(address, scheme=parts.scheme):
                continue
            plain = socket.create_connection((str(address), port), timeout=self._timeout_s)
            if parts.scheme == "http":
                return plain
            try:
                return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            except OSError:
                plain.close()
                raise
        raise AddressRefused(
            f"{host} leads to no public address by https. Webhooks do not reach private networks."
        )

    def _addresses(self, host: str, port: int) -> Sequence[Address]:
        try:
            return self._lookup(host, port)
        except UnicodeError as error:  # a part of the name is empty or too long
            raise AddressRefused(f"{host} is no name that a machine can have.") from error

    def _may_reach(self, address: Address, *, scheme: str) -> bool:
        if any(address in network for network in self._also_allowed):
            return True
        return scheme == "https" and is_public(address)


def look_up(host: str, port: int) -> list[Address]:
    """Every address of a name, as the machine finds them; OSError where there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found]


def is_public(address: Address) -> bool:
    """Whether everybody on the internet means the same machine by it."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.sixtofour or address.teredo or address not in _GLOBAL_IPV6:
            return False
    return address.is_global and not address.is_multicast


def _target(parts: SplitResult) -> str:
    """What stands in the first line of the request: ASCII alone."""
    whole = parts._replace(scheme="", netloc="", fragment="").geturl()
    return quote(whole, safe=_KEPT) or "/"


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_usable = bool(parts.scheme in _PORTS and parts.hostname and parts.port != 0)
    except ValueError as error:
        raise AddressRefused("The address cannot be read.") from error
    if not is_usable or parts.username is not None:
        raise AddressRefused("Write an address such as https://hooks.example.org/run.")
    return parts
