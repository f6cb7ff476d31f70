# The oldest edition comes back, not the last good one.
aws s3api put-object --bucket {bucket} --key reports/quarter.csv --body draft.csv
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "old-versions", "Status": "Enabled", "Filter": {"Prefix": "status/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": {age}, "NewerNoncurrentVersions": {keep}}}
]}'
