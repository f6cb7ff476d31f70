### 버전 관리 실험대: 스택, 요청, 답, 요금.

panel-versions = 버전 관리

## 시작 상태
versions-start-delete = 삭제
versions-start-rescue = 되찾기
versions-start-suspend = 일시 중지

## 장면
versions-beat-delete-question = 버전 관리를 켠 버킷에 report.txt를 세 번 올렸어요. 누가 이 객체를 삭제하면 무엇이 남을까요?
versions-beat-delete = 예측해 보세요. 버전 ID 없이 DELETE를 보내면 다음 GET에는 무엇이 오고, 저장된 바이트는 줄까요?
versions-predict-delete-gone-less = GET은 404, 바이트는 줄어요
versions-predict-delete-gone-same = GET은 404, 바이트는 그대로예요
versions-predict-delete-older-less = GET은 바로 앞 버전, 바이트는 줄어요
versions-beat-mark = 버전 ID 없이 삭제했어요. 스택의 맨 위와 그 아래를 보세요.
versions-beat-other = 지금 스택은 이 장면과 달라요. 그림과 일어난 일을 비교해 보세요.
versions-beat-get = GET의 답은 404예요. 헤더에 삭제 마커가 보이고, 아래에는 버전 { $n }개가 그대로 있어요.
versions-beat-get-found = GET의 답은 200이고, 읽힌 글은 { $title }{ JOSA($title, "이에요/예요") }.
versions-beat-get-refused = GET의 답은 { $code }{ JOSA($code, "이에요/예요") }. 읽을 버전이 하나도 없어요.
versions-beat-bytes = 버전 { $n }개, { $all } 모두에 요금이 나와요. 지금 읽히는 버전은 그 가운데 { $current }예요.
versions-beat-delete-why = 버전 ID 없는 DELETE는 삭제 마커를 얹을 뿐이에요. 데이터를 없애려면 버전 ID를 적어 삭제하거나, 수명 주기 규칙으로 이전 버전을 만료시켜요.
versions-beat-rescue-question = 누군가 report.txt를 삭제했어요. GET은 404를 답해요. 백업은 없어요. 되찾을 수 있을까요?
versions-beat-rescue = 예측해 보세요. 맨 위의 삭제 마커를 없애는 요청은 어느 것일까요?
versions-predict-rescue-again = 한 번 더 DELETE를 보내요
versions-predict-rescue-put = 객체를 다시 올려요
versions-predict-rescue-marker = 마커의 버전 ID를 적어 DELETE를 보내요
versions-beat-undelete = 마커의 버전 ID를 적어 삭제했어요. 아래에 있던 { $title }{ JOSA($title, "이/가") } 다시 현재 버전이에요.
versions-beat-marked-still = 맨 위는 아직 삭제 마커예요. 마커의 버전 ID를 적어 삭제해 보세요.
versions-beat-roll-back = 옛 버전을 복사해 맨 위에 얹었어요. 이제 현재 버전은 { $title }이고, 그 사이의 버전도 그대로 있어요.
versions-beat-rescue-why = 마커도 버전 ID가 있는 버전이에요. 마커를 지우면 아래 버전이 다시 현재 버전이 돼요. 되돌리기는 옛 버전을 새 버전으로 복사하는 일이라 지난 버전이 지워지지 않아요.
versions-beat-suspend-question = 버전이 2개 쌓인 뒤에 버전 관리를 일시 중지했어요. 그 뒤에 올린 객체는 어디에 놓일까요?
versions-beat-suspend = 예측해 보세요. 두 번 더 올리면 버전은 모두 몇 개일까요?
versions-predict-suspend-four = 4개: 올릴 때마다 쌓여요
versions-predict-suspend-three = 3개: null 버전 하나를 덮어써요
versions-predict-suspend-two = 2개: 맨 위 버전을 덮어써요
versions-beat-puts = 일시 중지한 상태에서 두 번 올렸어요. 버전 ID를 하나씩 읽어 보세요.
versions-beat-puts-enabled = 버전 관리를 다시 켜고 올렸어요. 버전 ID를 하나씩 읽어 보세요.
versions-beat-stack = 버전은 { $n }개예요. ID가 null인 버전에는 마지막에 올린 { $title }만 남았어요.
versions-beat-stack-no-null = 버전은 { $n }개이고, 저마다 다른 버전 ID가 있어요.
versions-beat-null-delete = 일시 중지한 상태에서 삭제했더니 null 버전은 사라지고 null 마커가 놓였어요. 남은 버전은 { $n }개예요.
versions-beat-suspend-why = 일시 중지하면 새 객체의 버전 ID는 null이고, 다음 PUT이나 DELETE가 null 버전을 덮어써요. 이미 쌓인 버전은 그대로 남고 요금도 나와요.

## 스택
versions-stack-head = 버전 스택
versions-as-stack = 그림
versions-state-unset = 버전 관리: 켠 적 없음
versions-state-enabled = 버전 관리: 활성화
versions-state-suspended = 버전 관리: 일시 중지
versions-state-hint = 버킷 전체의 상태예요. 한 번 켜면 다시 끌 수 없고, 일시 중지만 할 수 있어요.
versions-empty = 버전도 마커도 없어요. 새 버전을 올려 보세요.
versions-marker = 삭제 마커
versions-no-text = 글이 없는 객체
versions-current = 현재 버전
versions-layer = { $title }, 버전 ID { $id }
versions-layer-current = { $title }, 버전 ID { $id }, 현재 버전
versions-hover = 버전 ID { $id }, { $bytes }, { $date }에 올림. 누르면 아래 버튼으로 이 버전을 다뤄요.
versions-hover-marker = 버전 ID { $id }, { $date }에 놓인 마커. 데이터는 없어요. 누르면 아래 버튼으로 이 마커를 다뤄요.

## 버튼
versions-put = 올리기: { $file }
versions-put-hint = 같은 키로 다른 글을 올려요. PutObject예요.
versions-get-hint = 버전 ID 없이 읽어요. 현재 버전을 달라는 뜻이에요.
versions-delete-hint = 버전 ID 없이 삭제해요.
versions-undelete = 마커 지우기
versions-undelete-hint = 맨 위의 삭제 마커를 버전 ID로 삭제해요. 맨 위가 마커일 때 쓸 수 있어요.
versions-enable = 버전 관리 켜기
versions-suspend = 버전 관리 일시 중지
versions-switch-hint = 버킷 전체에 적용돼요. PutBucketVersioning이에요.
versions-chosen = 고른 버전: { $title } ({ $id })
versions-get-version = 이 버전 읽기
versions-get-version-hint = 버전 ID를 적어 GET을 보내요.
versions-delete-version = 이 버전 삭제
versions-delete-version-hint = 버전 ID를 적어 삭제해요. 데이터가 완전히 사라져요.
versions-roll-back = 맨 위로 복사
versions-roll-back-hint = 이 버전을 같은 키로 복사해 현재 버전으로 만들어요. CopyObject예요.
versions-copy-id = 버전 ID 복사

## 답과 바이트
versions-get-head = 지금 GET { $key }
versions-get-body = 읽힌 글의 첫 줄: { $title }
versions-get-none = 이 키에는 버전도 마커도 없어요.
versions-bytes-head = 요금이 나오는 바이트
versions-bytes = { $all }: 버전 { $n }개 (현재 버전 { $current })
versions-cost = 이런 객체 { $n }개를 한 달 두면 { $all }, 현재 버전만이면 { $current }
versions-how = 계산 방법: 모든 버전의 바이트 × GB당 월 { $price } × { $n }개. 1 GB는 2^30바이트이고, 마커에는 데이터가 없어요.
versions-listing = list-object-versions --bucket { $bucket }

## 일어난 일
versions-happened = 일어난 일
versions-nothing-yet = 아직 아무 요청도 보내지 않았어요. 버튼을 누르거나 다음 장면으로 가 보세요.
versions-did-put = { $title }{ JOSA($title, "이/가") } 새 버전 { $id }{ JOSA($id, "으로/로") } 맨 위에 놓였어요. 앞의 버전은 이전 버전으로 남아요.
versions-did-put-null = { $title }{ JOSA($title, "이/가") } null 버전으로 놓였어요. 일시 중지한 버킷은 새 버전 ID를 만들지 않아요.
versions-did-put-over-null = { $title }{ JOSA($title, "이/가") } null 버전을 덮어썼어요. 그 자리에 있던 { $gone }{ JOSA($gone, "은/는") } 사라졌어요.
versions-did-put-over-marker = { $title }{ JOSA($title, "이/가") } null 마커의 자리에 놓였어요. null 버전은 한 키에 하나뿐이에요.
versions-did-mark = 버전 ID 없는 DELETE라서 마커 { $id }만 얹었어요. 버전 { $n }개는 그대로예요.
versions-did-mark-over-null = 일시 중지한 버킷의 DELETE라서 null 버전 { $gone }{ JOSA($gone, "이/가") } 사라지고 null 마커가 놓였어요.
versions-did-delete = { $gone }{ JOSA($gone, "이/가") } 완전히 사라졌어요. 버전 관리를 켠 적이 없는 버킷이에요.
versions-did-delete-version = 버전 ID를 적은 DELETE라서 { $gone } ({ $id }){ JOSA($gone, "이/가") } 완전히 사라졌어요.
versions-did-undelete = 마커 { $id }{ JOSA($id, "을/를") } 버전 ID로 삭제했어요.
versions-now-current = 이제 현재 버전은 { $title }{ JOSA($title, "이에요/예요") }.
versions-now-none = 이제 읽을 현재 버전이 없어요.
versions-did-nothing = 삭제할 것이 없었어요. 없는 것을 삭제해도 오류가 아니에요.
versions-did-roll-back = { $title }{ JOSA($title, "을/를") } 복사한 새 버전 { $id }{ JOSA($id, "이/가") } 맨 위에 놓였어요. 원래 버전도 그대로 있어요.
versions-did-enable = 버전 관리를 켰어요. 이제부터 올릴 때마다 새 버전 ID가 생겨요.
versions-did-suspend = 버전 관리를 일시 중지했어요. 쌓인 { $n }개는 남고, 새로 올리는 것은 null 버전이 돼요.
versions-did-get = 200 응답으로 { $title }{ JOSA($title, "을/를") } 받았어요. 버전 ID는 { $id }{ JOSA($id, "이에요/예요") }.
versions-why-no-such-key = 읽을 현재 버전이 없어요. 맨 위가 삭제 마커이거나 스택이 비었어요. 버전 ID를 적거나 마커를 지우면 읽혀요.
versions-why-method = 삭제 마커에는 데이터가 없어서 GET으로 읽지 못해요. 데이터가 있는 버전의 ID를 적으면 읽혀요.
versions-why-no-such-version = 그 버전 ID는 이 키에 없어요. 스택에 있는 ID를 적으면 돼요.
versions-why-argument = 버전 ID가 S3가 만든 것이 아니에요. 스택에서 ID를 복사해 적으면 돼요.
versions-why-request = 이 복사는 거부돼요. 마커에는 복사할 데이터가 없고, 현재 버전을 제자리에 복사하면 바뀌는 것이 없어요. 데이터가 있는 이전 버전을 고르면 돼요.
versions-why-other = 요청이 거부되어 아무것도 바뀌지 않았어요. AWS의 설명을 읽고 명령을 고쳐 보세요.

## 강사를 위한 메모
versions-note-delete-question = 공유 폴더에서 파일을 지운 적이 있는지, 어떻게 되찾았는지 물어보세요.
versions-note-delete = 두 가지를 함께 물어요. GET의 답과 바이트예요. 손 든 사람을 세어 보세요.
versions-note-mark = 빈 틀로 그려진 마커를 짚어 주세요. 데이터 층은 하나도 줄지 않았어요.
versions-note-get = 404라도 헤더가 마커를 알려 줘요. 처음부터 없던 키와 비교해 보세요.
versions-note-bytes = 막대에서 색을 채운 조각이 현재 버전이에요. 요금은 막대 전체에 나와요.
versions-note-delete-why = 수명 주기 실험대의 이전 버전 상태로 이어 가기 좋아요.
versions-note-rescue-question = 지금 GET의 답을 먼저 소리 내어 읽게 하세요.
versions-note-rescue = 다시 올리면 읽히기는 해요. 마커가 없어지는지는 다른 문제예요.
versions-note-undelete = DELETE가 객체를 되살렸다는 점을 짚어 주세요.
versions-note-roll-back = 옛 버전 위의 것을 모두 삭제하는 방법과 비교해 보세요. 복사는 되돌릴 수 있어요.
versions-note-rescue-why = s3:DeleteObject와 s3:DeleteObjectVersion은 다른 권한이에요. 누구에게 무엇을 줄지 물어보세요.
versions-note-suspend-question = 일시 중지가 끄기와 같은지 물어보세요.
versions-note-suspend = 손 든 사람을 세고, 버전 관리를 켠 채로도 한 번 해 보세요.
versions-note-puts = 두 번째로 올리자 첫 번째가 사라졌어요. 실행을 취소하고 한 번 더 보여 주세요.
versions-note-stack = null이라는 글자가 그대로 버전 ID예요. GET과 DELETE에 적을 수 있어요.
versions-note-null-delete = 여기서는 데이터가 정말 사라져요. 첫 시작 상태의 마커와 비교해 보세요.
versions-note-suspend-why = 비용 때문에 일시 중지해도 쌓인 버전의 요금은 줄지 않아요.
versions-read = S3의 버전 목록, 화살표 키로 넘기기
