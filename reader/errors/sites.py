"""Pages that could not be fetched from the web."""

from reader.errors.sources import ImportFailed


class AddressRefused(ImportFailed):
    """The address is none that we call."""

    english = "{url} was not fetched: {reason}."
    arabic = "لم تُجلب الصفحة {url}: {reason}."


class SiteUnreachable(ImportFailed):
    """The site does not answer, or not in a way that we trust."""

    english = "{host} could not be reached: {reason}."
    arabic = "تعذر الوصول إلى {host}: {reason}."


class SiteRefused(ImportFailed):
    """The site answers, but gives no page."""

    english = "{host} did not give the page (status {status})."
    arabic = "لم يعط {host} الصفحة (رمز الحالة {status})."


class SiteTookTooLong(ImportFailed):
    """The page did not come within its time."""

    english = "{host} took too long to answer, so the page was given up."
    arabic = "تأخر رد {host} كثيرًا فتُركت الصفحة."
