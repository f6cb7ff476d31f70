# Cheap at once: the files are archived while they are still read.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "GLACIER"},
    {"Days": 180, "StorageClass": "DEEP_ARCHIVE"}
  ]}
]}'
