#!/bin/sh
# jupyter-client 8.10.0 (with pyzmq 27.3.0): a message that has arrived is not given out while another is sent.
#
# A client that waits for a kernel's answer (AsyncKernelClient: `await shell_channel.get_msg()`) and meanwhile sends a
# message on the same channel (`shell_channel.send(...)`) can wait for good, although the answer is there.
# Why: Session.send sends through a plain zmq.Socket that is a shadow of the asyncio one. Sending lets ZeroMQ handle what
# has come in, which takes the edge-triggered file descriptor back to "not readable"; the asyncio socket, which would
# look for messages again after a send of its own, is not told, and the event loop never wakes it.
# What runs notebooks and shows widgets (nbclient 0.11.0 sends the state of an ipywidgets.Output on the shell channel while
# it waits for a cell) may meet this on a busy machine; https://github.com/jupyter/nbclient/issues/312 reads like it. That
# link, and that ipykernel 7 makes it likelier by replying from another thread, is inference and not shown here.
#
# Here there is no kernel and no load: one socket waits, the other end answers, the waiting end sends. Seen on Python 3.11:
#   nothing sent meanwhile: given out
#   sent by the asyncio socket itself: given out
#   sent by Session.send: NOT given out within 5 s; the message is there: True
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check jupyter-client==8.10.0 pyzmq==27.3.0 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import asyncio
import time

import zmq
import zmq.asyncio
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.session import Session


async def given_out(how: str) -> bool:
    """Whether a message is given out that comes in just before the one who waits for it sends something."""
    session = Session(key=b"key")
    with zmq.asyncio.Context() as near, zmq.Context() as far:
        socket, kernel = near.socket(zmq.DEALER), far.socket(zmq.DEALER)
        socket.linger = kernel.linger = 0
        kernel.connect(f"tcp://127.0.0.1:{socket.bind_to_random_port('tcp://127.0.0.1')}")
        channel = AsyncZMQSocketChannel(socket, session)
        waiting = asyncio.ensure_future(channel.get_msg(timeout=None))
        await asyncio.sleep(0.3)
        session.send(kernel, session.msg("execute_reply"))
        time.sleep(0.3)  # it comes in while the event loop is busy with something else
        for _ in range(2):
            if how == "by Session.send":
                channel.send(session.msg("comm_msg"))
            elif how == "by the asyncio socket itself":
                await socket.send_multipart(session.serialize(session.msg("comm_msg")))
            time.sleep(0.05)
        done, _ = await asyncio.wait([waiting], timeout=5)
        there = bool(zmq.Socket.shadow(socket.underlying).get(zmq.EVENTS) & zmq.POLLIN)
        print(f"sent {how}:", "given out" if done else f"NOT given out within 5 s; the message is there: {there}")
        waiting.cancel()
        await asyncio.sleep(0)
        socket.close()
        kernel.close()
    return bool(done)


ways = ("nothing", "by the asyncio socket itself", "by Session.send")
print("as found" if [asyncio.run(given_out(how)) for how in ways] == [True, True, False] else "changed")
PYTHON
timeout 60 "$folder/venv/bin/python" "$folder/try.py" > "$folder/said" || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
