# Instant Retrieval in between, each move a rule of its own; nothing is kept longer than the law wants.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "cool", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "GLACIER_IR"}
  ]},
  {"ID": "cold", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ], "Expiration": {"Days": {keep_days}}}
]}'
