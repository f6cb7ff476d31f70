#!/usr/bin/env python3
"""Packs documents of AWS managed policies out of the Python package moto into `aws-managed.json`; README.md says how to run it.

Only the policies named here are packed. The bytes depend on nothing but the version of moto.
"""

import json
import pathlib

from moto.iam.aws_managed_policies import aws_managed_policies_data

# Names, with what AWS says of them where that is known; the package has no descriptions.
NAMES = {
    "AdministratorAccess": "Provides full access to AWS services and resources.",
    "AmazonDynamoDBFullAccess": "Provides full access to Amazon DynamoDB via the AWS Management Console.",
    "AmazonDynamoDBReadOnlyAccess": "Provides read only access to Amazon DynamoDB via the AWS Management Console.",
    "AmazonEC2FullAccess": "Provides full access to Amazon EC2 via the AWS Management Console.",
    "AmazonEC2ReadOnlyAccess": "Provides read only access to Amazon EC2 via the AWS Management Console.",
    "AmazonECSTaskExecutionRolePolicy": None,
    "AmazonRDSFullAccess": "Provides full access to Amazon RDS via the AWS Management Console.",
    "AmazonRDSReadOnlyAccess": "Provides read only access to Amazon RDS via the AWS Management Console.",
    "AmazonS3FullAccess": "Provides full access to all buckets via the AWS Management Console.",
    "AmazonS3ReadOnlyAccess": "Provides read only access to all buckets via the AWS Management Console.",
    "AmazonSNSFullAccess": "Provides full access to Amazon SNS via the AWS Management Console.",
    "AmazonSNSReadOnlyAccess": "Provides read only access to Amazon SNS via the AWS Management Console.",
    "AmazonSQSFullAccess": "Provides full access to Amazon SQS via the AWS Management Console.",
    "AmazonSQSReadOnlyAccess": "Provides read only access to Amazon SQS via the AWS Management Console.",
    "AmazonSSMManagedInstanceCore": None,
    "AWSCloudTrail_ReadOnlyAccess": None,
    "AWSDenyAll": "Deny all access.",
    "AWSKeyManagementServicePowerUser": None,
    "AWSLambda_FullAccess": None,
    "AWSLambda_ReadOnlyAccess": None,
    "AWSLambdaBasicExecutionRole": "Provides write permissions to CloudWatch Logs.",
    "AWSLambdaSQSQueueExecutionRole": None,
    "Billing": None,
    "CloudWatchAgentServerPolicy": None,
    "CloudWatchFullAccess": None,
    "CloudWatchLogsFullAccess": None,
    "CloudWatchReadOnlyAccess": None,
    "IAMFullAccess": "Provides full access to IAM via the AWS Management Console.",
    "IAMReadOnlyAccess": "Provides read only access to IAM via the AWS Management Console.",
    "IAMUserChangePassword": "Provides the ability for an IAM user to change their own password.",
    "PowerUserAccess": "Provides full access to AWS services and resources, but does not allow management of Users and groups.",
    "ReadOnlyAccess": "Provides read-only access to AWS services and resources.",
    "SecurityAudit": None,
    "ViewOnlyAccess": None,
}

# How the text of a document is laid out shows in the positions that the policy simulator tells.
TWO_SPACES = {"AdministratorAccess"}

ELEMENTS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"]


def document(policy, indent):
    """The document's text, its elements in the order in which AWS writes them."""
    statements = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
    assert all(set(statement) <= set(ELEMENTS) for statement in statements), policy
    ordered = [{name: statement[name] for name in ELEMENTS if name in statement} for statement in statements]
    return json.dumps({"Version": policy["Version"], "Statement": ordered}, indent=indent)


def main():
    known = json.loads(aws_managed_policies_data)
    packed = []
    for name, description in NAMES.items():
        policy = known[name]
        packed.append({
            "name": name,
            "path": policy["Path"],
            "version": policy["DefaultVersionId"],
            "created": policy["CreateDate"],
            "updated": policy["UpdateDate"],
            **({"description": description} if description else {}),
            "document": document(policy["Document"], 2 if name in TWO_SPACES else 1),
        })
    text = json.dumps(packed, indent=1, ensure_ascii=True) + "\n"
    pathlib.Path(__file__).with_name("aws-managed.json").write_text(text)
    print(f"{len(packed)} policies, {len(text)} bytes")


if __name__ == "__main__":
    main()
