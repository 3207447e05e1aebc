"""Many jobs on one client, which reads them all from one stream."""
import time
from concurrent.futures import wait

import pytest


def test_two_hundred_jobs_on_one_client(connect, base_url, open_stream):
    client = connect(base_url, max_workers=210)
    with open_stream(client):
        jobs = [client.submit(i, "add", 1, api_name="/calculator") for i in range(200)]
        assert [job.result(timeout=50) for job in jobs] == list(range(1, 201))
    assert len(client.pending_messages_per_event) <= 1


def test_jobs_of_all_kinds_on_one_client(client, open_stream):
    with open_stream(client):
        calls_of_all_kinds(client)


def calls_of_all_kinds(client):
    jobs, wanted = [], []
    for i in range(10):
        jobs.append(client.submit(f"t{i}", api_name="/fast"))
        wanted.append(f"fast:t{i}")
        jobs.append(client.submit("abc", i, api_name="/swap"))
        wanted.append((i, "abc"))
        jobs.append(client.submit(f"w{i}", api_name="/stream_pair"))
        wanted.append((f"w{i}", 2))
        jobs.append(client.submit(f"b{i}", i, api_name="/batch"))
        wanted.append(f"b{i}:{i}")
        jobs.append(client.submit(f"e{i}", api_name="/plain_error"))
        wanted.append(f"plain failure: e{i}")
    wait(jobs, timeout=50)
    seen = []
    for job in jobs:
        error = job.exception(timeout=1)
        value = str(error) if error else job.result()
        seen.append(value[0] if str(value).startswith("('b") else value)
    assert seen == wanted


def test_order_of_one_queue_is_the_order_of_arrival(client, open_stream):
    jobs = []
    with open_stream(client):
        for i in range(12):
            jobs.append(client.submit(0.02, api_name="/shared_a" if i % 2 else "/shared_b"))
            while not jobs[-1].communicator.event_id:
                time.sleep(0.01)
        spans = [job.result(timeout=30) for job in jobs]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] + 0.01 for a, b in zip(spans, spans[1:]))


def most_at_once(spans):
    return max(sum(a <= start < b for a, b in spans) for start, _ in spans)


@pytest.mark.parametrize("name,least,most", [("/parallel", 2, 3), ("/unlimited", 6, 12), ("/shared_a", 1, 1)])
def test_limits(client, name, least, most):
    jobs = [client.submit(0.5, api_name=name) for _ in range(12 if most == 12 else 6)]
    assert least <= most_at_once([tuple(job.result(timeout=50)) for job in jobs]) <= most


def test_rank_and_size_are_told(connect, base_url, until):
    client, seen = connect(base_url), []
    first = client.submit(2, api_name="/sleep")
    until(lambda: first.status().code.name == "PROCESSING")
    jobs = [client.submit(0.3, api_name="/sleep") for _ in range(3)]
    while not all(job.done() for job in jobs):
        seen += [(s.rank, s.queue_size) for s in (job.status() for job in jobs) if s.code.name == "IN_QUEUE"]
        time.sleep(0.02)
    assert {rank for rank, _ in seen} == {0, 1, 2}
    assert all(rank < size for rank, size in seen)


def test_queue_is_empty_in_the_end(client, api, until):
    jobs = [client.submit(0.05, api_name="/sleep") for _ in range(10)]
    wait(jobs)
    until(lambda: api.waiting() == 0)
