"""The calls of `mixed_requests_10_000` through boto3 on in-process moto, to compare throughput with on the same machine.

Needs the Python packages boto3 and moto. usage: python3 benches/boto3_on_moto.py [N]
"""
import sys
import time

import boto3
from moto import mock_aws

n_calls = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000


@mock_aws
def run():
    s3 = boto3.client("s3", region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x")
    s3.create_bucket(Bucket="bench-bucket")
    key = lambda n: f"logs/{n % 2_000:05}"
    start = time.perf_counter()
    for n in range(n_calls):
        kind = n % 10
        try:
            if kind in (0, 2, 5, 8):
                s3.put_object(Bucket="bench-bucket", Key=key(n), Body=b"hello world")
            elif kind in (1, 3, 6):
                s3.get_object(Bucket="bench-bucket", Key=key(n - 1))["Body"].read()
            elif kind == 4:
                s3.head_object(Bucket="bench-bucket", Key=key(n - 2))
            elif kind == 7:
                s3.list_objects_v2(Bucket="bench-bucket", Prefix="logs/0001", MaxKeys=10)
            else:
                s3.delete_object(Bucket="bench-bucket", Key=key(n - 1))
        except s3.exceptions.ClientError:
            pass
    took = time.perf_counter() - start
    print(f"{n_calls} calls in {took:.2f} s: {n_calls / took:.0f} calls a second")


run()
