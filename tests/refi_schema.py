"""The schemas of REFI-QDA, put together from the models that pyrefiqda has of the official ones.

The official files come in no package. Pyrefiqda's models are generated from them and keep what
they say: each type's elements in order, its attributes, what is required, how often, the patterns
and the closed lists. Two choices among elements, which models cannot tell, are named here.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from lxml import etree
from pydantic import BaseModel
from pyrefiqda.models.codebook import CodeBook
from pyrefiqda.models.project import Project
from xsdata.models.datatype import XmlDate, XmlDateTime

_SIMPLE = {
    str: "xs:string",
    bool: "xs:boolean",
    int: "xs:integer",
    Decimal: "xs:decimal",
    XmlDate: "xs:date",
    XmlDateTime: "xs:dateTime",
}
_ANY_NUMBER = 'minOccurs="0" maxOccurs="unbounded"'
_CHOSEN = {"VariableValueType": (1, "1"), "SourcesType": (0, "unbounded")}  # after so many elements


def schema_of(root: type[Project | CodeBook]) -> etree.XMLSchema:
    """Return the schema whose root element a model is."""
    met: dict[str, Any] = {}
    base = root.__mro__[1]
    _meet(base, met)
    types = "".join(_complex(one) for one in met.values())
    space = root.Meta.namespace
    return etree.XMLSchema(
        etree.fromstring(
            f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{space}"'
            f' targetNamespace="{space}" elementFormDefault="qualified">'
            f'<xs:element name="{root.__name__}" type="{base.__name__}"/>{types}</xs:schema>'
        )
    )


def _meet(model: type[BaseModel], met: dict[str, Any]) -> None:
    """Add a model and all that it is made of."""
    if model.__name__ in met:
        return
    met[model.__name__] = model
    model.model_rebuild()
    for one in model.model_fields.values():
        kind = _kind(one.annotation)
        if issubclass(kind, BaseModel):
            _meet(kind, met)


def _kind(annotation: Any) -> type:
    """Return what one value of a field is."""
    if get_origin(annotation) is list:
        return _kind(get_args(annotation)[0])
    kinds = [one for one in get_args(annotation) if one is not NoneType]
    return kinds[0] if kinds else annotation


def _complex(model: type[BaseModel]) -> str:
    elements = list(_elements(model))
    before, most = _CHOSEN.get(model.__name__, (len(elements), ""))
    inside = "".join(elements[:before])
    if most:
        # What may be chosen again and again stands once in each choice.
        chosen = "".join(elements[before:]).replace(_ANY_NUMBER, "")
        inside += f'<xs:choice maxOccurs="{most}">{chosen}</xs:choice>'
    attributes = "".join(_attributes(model))
    return (
        f'<xs:complexType name="{model.__name__}"><xs:sequence>{inside}</xs:sequence>{attributes}'
        "</xs:complexType>"
    )


def _elements(model: type[BaseModel]) -> Iterator[str]:
    for key, one in model.model_fields.items():
        said = one.xsdata_metadata
        if said["type"] == "Element":
            least = said.get("min_occurs", int(one.is_required()))
            most = "unbounded" if get_origin(one.annotation) is list else "1"
            kind = _kind(one.annotation)
            yield (
                f'<xs:element name="{said.get("name", key)}" minOccurs="{least}"'
                f' maxOccurs="{most}" type="{_SIMPLE.get(kind, kind.__name__)}"/>'
            )


def _attributes(model: type[BaseModel]) -> Iterator[str]:
    for key, one in model.model_fields.items():
        said = one.xsdata_metadata
        if said["type"] == "Attribute":
            use = "required" if one.is_required() else "optional"
            name = f'<xs:attribute name="{said.get("name", key)}" use="{use}"'
            kind = _kind(one.annotation)
            rules = [f'<xs:pattern value="{said["pattern"]}"/>'] if "pattern" in said else []
            if issubclass(kind, Enum):
                rules = [f'<xs:enumeration value="{value.value}"/>' for value in kind]
            if rules:
                rule = f'<xs:restriction base="xs:token">{"".join(rules)}</xs:restriction>'
                yield f"{name}><xs:simpleType>{rule}</xs:simpleType></xs:attribute>"
            else:
                yield f'{name} type="{_SIMPLE[kind]}"/>'
