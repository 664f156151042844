"""Pages that somebody saved: the address they came from, without what the archive or the browser put in."""

import re
from typing import Any

from analysis.article.formats.trees import is_host

ARCHIVED = re.compile(
    r"""(?:https?:)?//[^/?\#\s]+ / (?:[^/?\#\s]+/)*?
        (?:\d{4}(?:\.\d\d\.\d\d-\d{6} | \d{0,10})) (?:[a-z]{2}_)? /   # /web/20260305101010im_/, /2026.03.05-101010/
        (?P<original>https?:/{1,2}[^\s"'<>]+ | [\w-]+(?:\.[\w-]+)+/[^\s"'<>]*)""",
    re.VERBOSE,
)
REWRITTEN = re.compile(r"/(?:[\w-]+/)*?\d{4,14}(?:[a-z]{2}_)?/(?P<original>https?:/{1,2}\S+)")
SAVED_FROM = (
    re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+)", re.IGNORECASE),
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE),
    re.compile(r"__wm\.wombat\(\s*[\"']([^\"']+)"),
)
PICTURES = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[\w=.+-]+)*,[^\s\"'<>)]*")
TOOLBAR = re.compile(r"^(?:wm-ipp|wm-toolbar|wm-capinfo|donato$|donato-base)|^HEADER$")
ADDRESSED = ("href", "src", "content", "value", "cite")
USUAL_PORT = re.compile(r"(?<=^http://)(?P<host>[^/:]+):80(?=/|$)")
SITE = re.compile(r"https?://[^/\s]+")


def original(url: str) -> str:
    """The address that a copy in a web archive was made of; other addresses as they are."""
    found = ARCHIVED.fullmatch(url.strip()) or REWRITTEN.fullmatch(url.strip())
    if not found:
        return USUAL_PORT.sub(r"\g<host>", url)
    words = re.sub(r"^(https?:)/{1,2}", r"\1//", found["original"])
    return original(words if words.startswith("http") else f"http://{words}")


def saved_address(markup: str, tree: Any) -> str | None:
    """The address that a saved page says that it came from."""
    for pattern in SAVED_FROM:
        if found := pattern.search(markup[:200_000]):
            return _http(original(found[1]))
    for link in tree.iter("link"):
        if link.get("rel") == "canonical" and ARCHIVED.fullmatch(link.get("href", "").strip()):
            return _http(original(link.get("href")))
    for field in tree.iter("input"):
        if field.get("name") in ("url", "q") and any(
            TOOLBAR.search(box.get("id") or "") for box in field.iterancestors()
        ):
            return _http(original(field.get("value") or ""))
    return None


def without_archive(tree: Any) -> None:
    """Take a web archive's toolbar off a page, and its name out of the addresses there."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if TOOLBAR.search(element.get("id") or "") and element.getparent() is not None:
            element.drop_tree()
            continue
        for key in ADDRESSED:
            if "http" in (value := element.get(key) or ""):
                element.set(key, original(value))


def own_host(site: str | None, url: str | None) -> str | None:
    """The name of a site; where it is only a host, and not that of the page's own address, the latter's."""
    found = SITE.match(url or "")
    if not found or not site or not is_host(site) or site.casefold() in found[0].casefold():
        return site
    return found[0].partition("://")[2].removeprefix("www.")


def without_pictures(markup: str) -> str:
    """A page without the pictures and fonts that stand in it as data."""
    return PICTURES.sub("data:,", markup)


def _http(url: str) -> str | None:
    return url if SITE.match(url) else None
