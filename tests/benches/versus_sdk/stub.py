"""A server on this machine that gives the answer of `put-integration` to every request, as fast as Python can.

    python3 stub.py

It prints its port and serves until its input ends. Requests must have a content length, and may follow each other.
"""
import asyncio
import pathlib
import sys

BODY = pathlib.Path(__file__).with_name("answer.json").read_bytes()
ANSWER = (b"HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nx-amzn-requestid: 6f2ed4d3-0fa1-4d2c-8a36-3b1b1c0c1f6e\r\n"
          b"content-length: %d\r\n\r\n" % len(BODY)) + BODY


class Stub(asyncio.Protocol):
    """One connection."""

    def connection_made(self, transport):
        self.transport = transport
        self.unread = b""

    def data_received(self, data):
        self.unread += data
        while (end := self.unread.find(b"\r\n\r\n")) >= 0:
            head = self.unread[:end].lower()
            length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
            end += 4 + int(length or 0)
            if len(self.unread) < end:
                return
            self.unread = self.unread[end:]
            self.transport.write(ANSWER)


async def main():
    server = await asyncio.get_running_loop().create_server(Stub, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
