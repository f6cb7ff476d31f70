# No step between: the files stay where they are until nobody reads them.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ]}
]}'
