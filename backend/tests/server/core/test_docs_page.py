"""The page with the interactive documentation."""

import pytest
from django.conf import settings
from django.test import Client


def test_what_the_page_of_the_docs_shows_is_there():
    icon = settings.SPECTACULAR_SETTINGS["SWAGGER_UI_FAVICON_HREF"]

    page = Client().get("/api/docs/")

    assert page.status_code == 200
    assert icon.encode() in page.content
    assert (settings.WHITENOISE_ROOT / icon.lstrip("/")).is_file()


@pytest.mark.parametrize("version", ["9", "%00", "%0d%0aSet-Cookie:%20a=b"])
def test_schema_is_the_same_whatever_version_the_address_names(version):
    usual = Client().get("/api/openapi.yaml")

    answer = Client().get(f"/api/openapi.yaml?version={version}")

    assert answer.content == usual.content
    assert answer["Content-Disposition"] == usual["Content-Disposition"]


@pytest.mark.parametrize("path", ["/api/openapi.yaml", "/api/docs/"])
def test_errors_of_schema_and_page_are_problems_in_json(path):
    refused = Client().get(path, headers={"Accept": "image/png"})
    wrong = Client().post(path)

    assert [each["Content-Type"] for each in (refused, wrong)] == ["application/problem+json"] * 2
    assert refused.json()["type"] == "/problems/not-acceptable"
    assert wrong.json()["type"] == "/problems/method-not-allowed"
    assert "GET" in wrong["Allow"]
