"""Processes forked from a server that has loaded what notebooks and workers use: each would take seconds to load it."""

import os
import sys
from multiprocessing import get_context
from time import sleep
from typing import Any

CONTEXT = get_context("forkserver" if sys.platform == "linux" else "spawn")
CONTEXT.set_forkserver_preload(
    ["distributed", "analysis.corpus.preloaded", "analysis.explore", "analysis.pages", "ipykernel.kernelapp"]
)


class Kernel(CONTEXT.Process):
    """The process of a kernel, with what jupyter_client asks of one."""

    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        return self.exitcode

    def wait(self) -> int | None:
        self.join()
        return self.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


def launch_kernel(command: list[str], *, cwd: str | None = None, env: dict[str, str] | None = None, **_: Any) -> Kernel:
    """In the place of jupyter_client's function of that name."""
    kernel = Kernel(target=serve, args=(command[command.index("-f") :], cwd or ".", env or {}), daemon=True)
    kernel.start()
    while os.getpgid(kernel.pid) != kernel.pid:  # whoever ends it ends its group, which must not be that of the tests
        sleep(0.001)
    return kernel


def serve(arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """Be a kernel until it is shut down."""
    import matplotlib
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    os.chdir(cwd)
    os.environ |= env
    matplotlib.rcParams["backend"] = "module://matplotlib_inline.backend_inline"  # a kernel says so before it is loaded
    IPKernelApp.launch_instance(argv=arguments)
