"""What must be true of the settings before web and worker start, so that uploads can be kept."""

from django.core.exceptions import ImproperlyConfigured

from integrations import files


def require_usable_store() -> None:
    """Stop the start where no file can be kept: the first upload would fail, weeks later.

    Raises:
        ImproperlyConfigured: naming the setting to mend.
    """
    try:
        files.get_store().try_out()
    except files.StoreUnavailable as error:
        raise ImproperlyConfigured(
            f"{error}. Let this process write the folder, or have MEDIA_STORAGE name another."
        ) from error
