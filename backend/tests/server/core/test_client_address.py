"""Whose address it is: what callers write themselves has no effect."""

from ipaddress import ip_network

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from config import env
from server.core.client_address import client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("2001:db8::/32"))


def address_of(remote, forwarded=None):
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return client_address(RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote))


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("203.0.113.5", None, "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.3, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "198.51.100.1, nonsense", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, nonsense, 10.0.0.2", "10.0.0.2"),
        ("2001:db8::1", "2001:4860::8888", "2001:4860::8888"),
        ("::ffff:10.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
        ("", "198.51.100.1", ""),
        ("unix:", "198.51.100.1", "unix:"),
    ],
)
def test_the_nearest_address_that_nobody_vouches_for_counts(settings, remote, forwarded, address):
    settings.TRUSTED_PROXIES = PROXIES

    assert address_of(remote, forwarded) == address


def test_without_trusted_proxies_the_header_is_not_read(settings):
    settings.TRUSTED_PROXIES = ()

    assert address_of("10.0.0.1", "198.51.100.1") == "10.0.0.1"


def test_the_setting_takes_addresses_and_networks(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "10.0.0.7, 172.16.0.0/12 ,::1")

    assert [str(network) for network in env.networks("TRUSTED_PROXIES")] == [
        "10.0.0.7/32",
        "172.16.0.0/12",
        "::1/128",
    ]


@pytest.mark.parametrize("value", ["proxy.example.org", "10.0.0.0/40", "10.0.0.7/8"])
def test_a_setting_that_is_no_network_is_named(monkeypatch, value):
    monkeypatch.setenv("TRUSTED_PROXIES", value)

    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES cannot be read"):
        env.networks("TRUSTED_PROXIES")
