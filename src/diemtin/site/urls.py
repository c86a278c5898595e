"""Addresses. Vietnamese, readable, and never changed once published."""

from __future__ import annotations

from django.urls import path
from django.http import HttpRequest, HttpResponse

urlpatterns = [path("", lambda request: HttpResponse("Điểm Tin"), name="front")]
