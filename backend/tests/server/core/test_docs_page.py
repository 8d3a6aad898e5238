"""The page with the interactive documentation."""

from django.conf import settings
from django.test import Client


def test_what_the_page_of_the_docs_shows_is_there():
    icon = settings.SPECTACULAR_SETTINGS["SWAGGER_UI_FAVICON_HREF"]

    page = Client().get("/api/docs/")

    assert page.status_code == 200
    assert icon.encode() in page.content
    assert (settings.WHITENOISE_ROOT / icon.lstrip("/")).is_file()
