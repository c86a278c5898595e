"""The site as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "diemtin.site"
    label = "site"
