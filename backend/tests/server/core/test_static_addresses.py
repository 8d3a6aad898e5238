"""Addresses that browsers and crawlers ask for by themselves."""

import pytest
from django.test import Client


@pytest.mark.parametrize("address", ["/favicon.ico", "/robots.txt"])
def test_what_browsers_and_crawlers_ask_for_is_no_page_of_the_app(address):
    answer = Client().get(address, follow=True)

    assert answer.status_code == 200
    assert answer["Content-Type"].split(";")[0] in ("image/svg+xml", "text/plain")
