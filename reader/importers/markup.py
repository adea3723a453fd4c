"""Parses the XML in documents: no entities of its own, nothing loaded, only so deep and so much.

`PARSER_OPTIONS` and the counting keep away what entities and nesting can do
(CWE-611, CWE-776); libxml2's own limits stay on.
"""

from html.entities import html5
from io import BytesIO

from lxml import etree

from reader.errors import SourceDamaged, SourceRefused
from reader.label import Label

DEPTH = 200
NODES = 200_000
_TORN = Label("its XML cannot be read", "تعذرت قراءة بنية XML فيه")
_ENTITIES = Label("it defines entities", "يعرّف كيانات XML خاصة به")
_TOO_DEEP = Label(
    f"its elements are nested more than {DEPTH} deep", f"عناصره متداخلة أكثر من {DEPTH} مستوى"
)
_TOO_MANY = Label(f"it has more than {NODES} elements", f"عناصره أكثر من {NODES}")


def parse_xml(part: bytes, name: str) -> etree._Element:
    """Return the root of some XML; `name` is the document's.

    Raises SourceDamaged for what is not well formed, SourceRefused for entities that it
    defines and for more than DEPTH levels or NODES elements.
    """
    # The parser itself gives up over the worst of them, and would only say that it is torn.
    if b"<!ENTITY" in part:
        raise SourceRefused(name=name, reason=_ENTITIES)
    events = etree.iterparse(
        BytesIO(part),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = nodes = 0
    try:
        for event, _ in events:
            depth += 1 if event == "start" else -1
            nodes += event == "start"
            if depth > DEPTH or nodes > NODES:
                reason = _TOO_DEEP if depth > DEPTH else _TOO_MANY
                raise SourceRefused(name=name, reason=reason)
    except etree.XMLSyntaxError as error:
        raise SourceDamaged(name=name, reason=_TORN) from error
    root = events.root
    if root is None:
        raise SourceDamaged(name=name, reason=_TORN)
    definitions = root.getroottree().docinfo.internalDTD
    if definitions is not None and any(definitions.iterentities()):
        raise SourceRefused(name=name, reason=_ENTITIES)
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def said(element: etree._Element) -> str:
    """Return the text of what stands for a character: an entity that HTML knows, else ""."""
    return html5.get(f"{element.name};", "") if element.tag is etree.Entity else ""
