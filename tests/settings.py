"""The site's settings on a desk folder that is thrown away."""

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="diemtin-tests-")
os.environ["DIEMTIN_DESK"] = _folder.name

from diemtin.site.settings import *  # noqa: E402, F403 - the folder has to be named before

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
