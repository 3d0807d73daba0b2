"""What this machine offers to both colours: its web servers and its programs. Blocks."""

from __future__ import annotations

from ycgrpc._core.effects import HttpGet, Reply, Run


def http_get(effect: HttpGet) -> Reply:
    """Return what a web server answers.

    Raises:
        OSError: It does not answer, or not as a web server does.
    """
    import http.client  # slow to import, and seldom needed

    connection = http.client.HTTPConnection(effect.address, timeout=effect.timeout)
    try:
        connection.request("GET", effect.path, headers=dict(effect.headers))
        response = connection.getresponse()
        return Reply(response.status, response.read(1 << 20))
    except http.client.HTTPException as error:
        raise OSError(f"{type(error).__name__}: {error}") from error
    finally:
        connection.close()


def run(effect: Run) -> Reply:
    """Return what a program prints, and its exit status.

    Raises:
        OSError: It cannot be started, or does not end in time.
    """
    import subprocess  # slow to import, and seldom needed

    try:
        done = subprocess.run(  # noqa: S603 - its arguments are ours
            list(effect.arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=effect.timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        pass
    else:
        return Reply(done.returncode, done.stdout, done.stderr.decode(errors="replace"))
    raise TimeoutError(0, f"no answer within {effect.timeout:g} s")
