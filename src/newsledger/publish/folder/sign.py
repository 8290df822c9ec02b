"""Signs a manifest, and checks a signature, in the format of OpenSSH (``ssh-keygen -Y``)."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from newsledger.errors import SourceError
from newsledger.publish.folder.manifest import MANIFEST, SIGNATURE

#: What the signature is for, so that one made for something else does not count.
_SPACE = "newsledger-manifest"


def sign(folder: Path, key: Path) -> None:
    """Write a signature of the manifest beside it.

    Args:
        folder: Of the site.
        key: A private key of OpenSSH; of the kind Ed25519 the same manifest gives the same signature.

    Raises:
        SourceError: There is no ssh-keygen, or it cannot sign with this key.
    """
    (folder / SIGNATURE).unlink(missing_ok=True)
    # Whole paths: "-site/MANIFEST" would be taken for options, and nothing signed.
    done = _run(["-Y", "sign", "-q", "-f", str(key.absolute()), "-n", _SPACE, str((folder / MANIFEST).absolute())])
    if done.returncode or not (folder / SIGNATURE).exists():
        told = f"expected one of OpenSSH, as 'ssh-keygen -t ed25519 -f {key}' makes it"
        raise SourceError(f"{key}: found no key to sign with ({_last(done.stderr)}), {told}")


def try_key(key: Path) -> None:
    """See to it that a key can sign, before anything is written that it is to sign.

    Raises:
        SourceError: It cannot.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / MANIFEST).write_bytes(b"")
        sign(Path(folder), key)


def check(manifest: bytes, signature: bytes, signers: Path) -> str | None:
    """Say who of some signers signed a manifest; None where nobody did.

    Args:
        manifest: Its bytes.
        signature: Its bytes.
        signers: A file of allowed signers, as ``ssh-keygen`` reads it: a name and a public key in each line.
    """
    with tempfile.NamedTemporaryFile() as file:
        file.write(signature)
        file.flush()
        found = _run(["-Y", "find-principals", "-s", file.name, "-f", str(signers)])
        name = found.stdout.decode(errors="replace").partition("\n")[0].strip()
        if found.returncode or not name:
            return None
        told = ["-Y", "verify", "-q", "-f", str(signers), "-I", name, "-n", _SPACE, "-s", file.name]
        return name if _run(told, manifest).returncode == 0 else None


def _run(arguments: list[str], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise SourceError("found no ssh-keygen, expected that of OpenSSH 8.9 or newer; install it to sign and to check")
    return subprocess.run([program, *arguments], input=given, capture_output=True, check=False)  # noqa: S603 - a program of the system


def _last(told: bytes) -> str:
    return told.decode(errors="replace").strip().rpartition("\n")[2] or "no reason was given"
