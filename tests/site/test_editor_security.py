"""The editor's desk is not there, or closed, for everybody else: sign-in, lockout, CSRF, cookies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from diemtin.site.editor.urls import desk_addresses
from diemtin.store import models
from tests.site import editor_desk
from tests.site.editor_desk import PASSWORD, ROOT, account, browser, serve_as, sign_in

pytestmark = pytest.mark.django_db
SIGN_IN = f"/{ROOT}/dang-nhap"
FAR, FARTHER = {"REMOTE_ADDR": "8.8.8.8"}, {"REMOTE_ADDR": "1.1.1.1"}


@pytest.fixture
def desk(settings: Any) -> None:
    serve_as(settings, editor_path=ROOT)
    account("lan")


def desk_pages(settings: Any) -> list[tuple[str, str]]:
    """Every address of the desk beyond signing in: none can be forgotten."""
    found = [(path, name) for path, name in editor_desk.addresses(desk_addresses(settings.DESK)) if name != "sign_in"]
    assert len(found) > 18
    return found


def test_without_a_path_nothing_is_there(settings: Any) -> None:
    account("lan")
    for path in (f"/{ROOT}/", SIGN_IN, "/dang-nhap", "/dang-xuat", f"/en/{ROOT}/", "/admin/", "/accounts/login/"):
        answer = browser().get(path)
        assert answer.status_code == 404, path
        assert not answer.cookies


@pytest.mark.usefixtures("desk")
def test_a_stranger_is_sent_to_the_sign_in_page(settings: Any) -> None:
    for path, _name in desk_pages(settings):
        for prefix in ("", "/en"):
            answer = browser().get(prefix + path)
            assert answer.status_code == 302, path
            assert answer.headers["Location"].startswith(
                f"{prefix}{SIGN_IN}?next={(prefix + path).replace('/', '%2F')[:8]}"
            )
            assert Client(SERVER_NAME="127.0.0.1").post(prefix + path).headers["Location"] == f"{prefix}{SIGN_IN}"
    assert not models.Act.objects.exists()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "path",
    [
        f"//{ROOT}/",
        f"/{ROOT}//nhat-ky",
        "/%74oa-soan/nhat-ky",
        f"/{ROOT.upper()}/nhat-ky",
        f"/x/../{ROOT}/nhat-ky",
        f"/{ROOT}/nhat-ky/",
        f"/en/en/{ROOT}/nhat-ky",
    ],
)
def test_no_way_of_writing_the_address_gets_in(path: str) -> None:
    answer = browser().get("/", PATH_INFO=path)
    assert answer.status_code in (302, 404)
    assert answer.headers.get("Location", SIGN_IN).startswith(SIGN_IN)


@pytest.mark.usefixtures("desk")
def test_an_account_that_only_reads_gets_no_further(settings: Any) -> None:
    account("minh", editor=False)
    client = browser()
    sign_in(client, "minh")
    for path, name in desk_pages(settings):
        if name == "sign_out":
            continue
        assert client.get(path).status_code == 403, path
        assert client.post(path, {"csrfmiddlewaretoken": editor_desk.token_in(client)}).status_code == 403, path


@pytest.mark.usefixtures("desk")
def test_signing_in_and_out() -> None:
    client = browser()
    assert sign_in(client, "lan").headers["Location"] == f"/{ROOT}/"
    page = client.get(f"/{ROOT}/")
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    out = client.post(f"/{ROOT}/dang-xuat", {"csrfmiddlewaretoken": editor_desk.token_in(client)})
    assert out.headers["Location"] == SIGN_IN
    assert client.get(f"/{ROOT}/").status_code == 302


@pytest.mark.usefixtures("desk")
def test_every_act_needs_the_token_of_its_form(settings: Any) -> None:
    client = browser()
    sign_in(client, "lan")
    posted = 0
    for path, _name in desk_pages(settings):
        answer = client.post(path, {"article": "a", "what": "a", "why": "x"})
        assert answer.status_code in (403, 405), path
        posted += answer.status_code == 403
    assert posted >= 13
    assert client.get(f"/{ROOT}/").status_code == 200, "signing out needs it too"
    assert not models.Act.objects.exists()
    assert browser().post(SIGN_IN, {"username": "lan", "password": PASSWORD}).status_code == 403


@pytest.mark.usefixtures("desk")
def test_acts_are_never_done_by_a_link(settings: Any) -> None:
    client = browser()
    sign_in(client, "lan")
    acts = [
        path
        for path, name in desk_pages(settings)
        if name not in ("sign_out",) and client.post(path).status_code == 403
    ]
    assert acts
    for path in acts:
        if client.get(path).status_code not in (200, 302, 404):
            assert client.get(path).status_code == 405, path


# --- wrong tries ---


def wrong(client: Client, times: int, name: str = "lan", **more: Any) -> list[int]:
    return [sign_in(client, name, "sai", at=SIGN_IN, **more).status_code for _ in range(times)]


@pytest.mark.usefixtures("desk")
def test_five_wrong_tries_close_the_account_even_for_the_right_password() -> None:
    assert wrong(browser(), 5, **FAR) == [401, 401, 401, 401, 429]
    for where in (FAR, FARTHER, {}):
        assert sign_in(browser(), "lan", **where).status_code == 429


@pytest.mark.usefixtures("desk")
def test_a_quarter_of_an_hour_later_it_is_open_again_however_long_somebody_tried() -> None:
    client = browser()
    wrong(client, 9, **FAR)
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= timedelta(minutes=16)
        attempt.save()
    assert sign_in(client, "lan", **FAR).status_code == 302


@pytest.mark.usefixtures("desk")
def test_a_public_address_that_guesses_names_is_closed_for_all_of_them() -> None:
    account("minh")
    for number in range(5):
        wrong(browser(), 1, f"name-{number}", **FAR)
    assert sign_in(browser(), "minh", **FAR).status_code == 429
    assert sign_in(browser(), "minh", **FARTHER).status_code == 302


@pytest.mark.usefixtures("desk")
def test_an_office_behind_one_private_address_is_not_closed_by_one_of_it() -> None:
    account("minh")
    wrong(browser(), 6, REMOTE_ADDR="192.168.1.20")
    assert sign_in(browser(), "minh", REMOTE_ADDR="192.168.1.20").status_code == 302


@pytest.mark.usefixtures("desk")
def test_nobody_keeps_the_processor_busy_with_passwords() -> None:
    """Not even from a private address with ever new names."""
    tries = [wrong(browser(), 1, f"name-{number}", REMOTE_ADDR="10.0.0.9")[0] for number in range(32)]
    assert tries == [401] * 30 + [429] * 2
    assert sign_in(browser(), "lan", REMOTE_ADDR="10.0.0.10").status_code == 302


@pytest.mark.usefixtures("desk")
def test_nobody_hides_behind_a_header_or_his_own_account() -> None:
    account("minh")
    for number in range(5):
        wrong(browser(), 1, f"name-{number}", **FAR, HTTP_X_FORWARDED_FOR=f"9.9.9.{number}")
    assert sign_in(browser(), "minh", **FAR, HTTP_X_FORWARDED_FOR="9.9.9.77").status_code == 429
    AccessAttempt.objects.all().delete()
    wrong(browser(), 4, **FAR)
    assert sign_in(browser(), "minh", **FAR).status_code == 302
    assert wrong(browser(), 1, **FAR) == [429], "another's success must not forgive tries at this account"


@pytest.mark.usefixtures("desk")
def test_behind_our_own_proxy_the_address_is_the_one_that_it_saw() -> None:
    account("minh")
    for number in range(5):
        wrong(browser(), 1, f"name-{number}", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"9.9.9.{number}, 8.8.8.8")
    assert sign_in(browser(), "minh", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="8.8.8.8").status_code == 429
    assert sign_in(browser(), "minh", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1").status_code == 302


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ["", " ", "lan\0", "l" * 5000, "lan\r\nSet-Cookie: a=b", "‮lan"])
def test_odd_names_are_wrong_names(name: str) -> None:
    assert sign_in(browser(), name).status_code == 401


@pytest.mark.usefixtures("desk")
def test_no_password_is_written_down() -> None:
    wrong(browser(), 2, **FAR)
    sign_in(browser(), "lan", "mat-khau-gan-dung", "654321", **FAR)
    told = json.dumps(list(AccessAttempt.objects.values()), default=str)
    assert "mat-khau-gan-dung" not in told
    assert "654321" not in told


# --- one-time codes ---


@pytest.mark.usefixtures("desk")
def test_an_account_with_a_code_needs_it_and_each_code_works_once() -> None:
    device = TOTPDevice.objects.create(user=account("thu"), name="default", confirmed=True)
    code = f"{totp(device.bin_key):06}"
    assert sign_in(browser(), "thu").status_code == 401
    assert sign_in(browser(), "thu", code="000000" if code != "000000" else "111111").status_code == 401
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert sign_in(browser(), "thu", "sai", code).status_code == 401
    assert sign_in(browser(), "thu", code=f"{code[:3]} {code[3:]}").status_code == 302
    assert sign_in(browser(), "thu", code=code).status_code == 401


@pytest.mark.usefixtures("desk")
def test_wrong_codes_close_the_account_too() -> None:
    TOTPDevice.objects.create(user=account("thu"), name="default", confirmed=True)
    tries = [sign_in(browser(), "thu", code="12345").status_code for _ in range(5)]
    assert tries == [401, 401, 401, 401, 429]


# --- sessions ---


@pytest.mark.usefixtures("desk")
def test_the_session_cookie_is_new_after_signing_in_and_out_of_scripts_reach() -> None:
    client = browser()
    client.cookies["sessionid"] = "planted-by-somebody-else"
    answer = sign_in(client, "lan")
    cookie = answer.cookies["sessionid"]
    assert cookie.value != "planted-by-somebody-else"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 0 < int(cookie["max-age"]) <= 14 * 3600
    assert answer.cookies["csrftoken"]["httponly"]


def test_over_tls_cookies_are_for_tls_alone(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text('base_url = "https://tin.example"\n', encoding="utf-8")
    ask = (
        "from diemtin.site import settings as s; import json;"
        "print(json.dumps([s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, "DIEMTIN_DESK": str(tmp_path)}, capture_output=True, check=True
    )
    assert json.loads(told.stdout) == [True, True, True]


@pytest.mark.usefixtures("desk")
def test_a_new_password_ends_the_sessions() -> None:
    client = browser()
    sign_in(client, "lan")
    from django.contrib.auth.models import User

    lan = User.objects.get(username="lan")
    lan.set_password("mot con vit xoe ra ba cai")
    lan.save()
    assert client.get(f"/{ROOT}/").status_code == 302


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_leads_to_no_other_site(wanted: str) -> None:
    client = browser()
    client.get(SIGN_IN)
    told = {
        "username": "lan",
        "password": PASSWORD,
        "next": wanted,
        "csrfmiddlewaretoken": editor_desk.token_in(client),
    }
    assert client.post(SIGN_IN, told).headers["Location"] == f"/{ROOT}/"


@pytest.mark.usefixtures("desk")
def test_a_form_leads_back_to_the_desk_alone() -> None:
    client = browser()
    sign_in(client, "lan")
    for back in ("https://evil.example/", "//evil.example", "/moi-nhat"):
        told = {"what": "khong-co", "why": "x", "back": back, "csrfmiddlewaretoken": editor_desk.token_in(client)}
        assert client.post(f"/{ROOT}/go-bai/go", told).headers["Location"] == f"/{ROOT}/"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "path", ["/", "/moi-nhat", "/chuyen-muc/world", "/gioi-thieu", "/tim?q=abc", "/theo-doi/moi-nhat.rss"]
)
def test_public_pages_know_of_no_session(path: str) -> None:
    client = browser()
    sign_in(client, "lan")
    for visitor in (browser(), client):
        with CaptureQueriesContext(connection) as queries:
            answer = visitor.get(path)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        asked = " ".join(query["sql"] for query in queries.captured_queries)
        assert not any(table in asked for table in ("django_session", "auth_user", "axes_", "otp_"))
