"""The library's health: what `check` looks at (REL-12). Nothing is changed, nothing repaired."""

from reader.storage.health.checks import CHECKS, Check
from reader.storage.health.report import Finding, HealthReport, check

__all__ = ["CHECKS", "Check", "Finding", "HealthReport", "check"]
