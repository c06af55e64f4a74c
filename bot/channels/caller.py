"""Who calls, as far as the network tells."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request

# What reverse proxies add; no tool on this machine sends them.
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def address(request: Request) -> str:
    """The client's; behind a proxy on loopback the one that uvicorn took from X-Forwarded-For."""
    return request.client.host if request.client else "unknown"


class Keepers:
    """Those who keep the service running: they see figures and the state of its parts.

    Args:
        networks: such as "127.0.0.0/8"; a plain address is a network of one.

    Raises:
        ValueError: one of them is no network.
    """

    def __init__(self, networks: list[str]) -> None:
        self._networks = [ip_network(network, strict=False) for network in networks]

    def include(self, request: Request) -> bool:
        try:
            ip = ip_address(address(request))
        except ValueError:
            return False
        if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        if ip.is_loopback and any(name in request.headers for name in _FORWARDED):
            return False  # a proxy that doesn't say for whom it asks
        return any(ip in network for network in self._networks)
