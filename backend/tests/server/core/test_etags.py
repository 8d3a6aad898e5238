"""Versions as ETags, and the condition that edits carry."""

import pytest
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from server.core.errors import StaleVersion, VersionRequired
from server.core.etags import answer, required_version, version_tag


def request_with(if_match):
    headers = {} if if_match is None else {"If-Match": if_match}
    return Request(APIRequestFactory().patch("/", headers=headers))


def test_what_was_answered_is_what_an_edit_sends():
    tag = answer({"name": "w1"}, version=12)["ETag"]

    assert required_version(request_with(tag)) == 12
    assert required_version(request_with(f"W/{tag}")) == 12


def test_a_tag_is_another_one_for_another_version_or_another_form():
    tags = {version_tag(1, {"a": 1}), version_tag(2, {"a": 1}), version_tag(1, {"a": 2})}

    assert len(tags) == 3
    assert version_tag(1, {"a": 1, "b": 2}) == version_tag(1, {"b": 2, "a": 1})


@pytest.mark.parametrize("if_match", [None, "", "*"])
def test_an_edit_names_a_version(if_match):
    with pytest.raises(VersionRequired):
        required_version(request_with(if_match))


@pytest.mark.parametrize(
    "if_match", ["v1", '"1"', '"v"', '"v-1"', '"v1", "v2"', '"v1.xyz"', '"v' + "9" * 10 + '"']
)
def test_a_tag_that_is_not_ours_is_of_another_version(if_match):
    with pytest.raises(StaleVersion):
        required_version(request_with(if_match))
