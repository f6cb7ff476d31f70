### 이벤트 알림 실험대: 경로, 키에 일어나는 일, 도착한 알림, S3가 거부하는 까닭.

panel-s3-events = 이벤트 알림

## 시작 상태
s3-events-start-filters = 필터
s3-events-start-overlap = 겹침
s3-events-start-permission = 권한
s3-events-start-kinds = 이벤트 종류
s3-events-start-twice = 두 번
s3-events-start-loop = 고리

## 장면
s3-events-beat-filters-question = 함수는 images/의 .jpg를, 대기열은 images/의 .png를, 주제는 logs/를 맡았어요. EventBridge도 켰어요. 객체를 올리면 누가 알게 될까요?
s3-events-beat-route = 예측해 보세요. { $key }{ JOSA($key, "을/를") } 올리면 누가 알림을 받을까요?
s3-events-predict-route-function = 함수와 EventBridge
s3-events-predict-route-bus = EventBridge만
s3-events-predict-route-nobody = 아무도 못 받아요
s3-events-beat-dog = 객체를 올렸어요. 줄마다 무엇이 맞고 무엇이 맞지 않는지 보세요.
s3-events-beat-bus-json = EventBridge가 bus-inbox 대기열로 넘긴 이벤트예요. detail 아래에 키, 크기, ETag, sequencer가 있어요.
s3-events-beat-others = 키 3개를 더 올렸어요. S3가 보낸 레코드와 EventBridge의 이벤트를 비교해 보세요.
s3-events-beat-filters-why = 필터는 글자를 그대로 비교해요. .JPG는 .jpg로 끝나지 않아요. 설정 하나에 접두사와 접미사를 하나씩 적고, 와일드카드는 못 써요. EventBridge는 모두 받아서 자기 규칙으로 걸러요.
s3-events-beat-overlap-question = jobs 대기열은 images/에 생기는 모든 객체를 알고 싶어 해요. 이번에는 thumbs 함수가 어디에 있든 .jpg를 모두 받으려 해요.
s3-events-beat-overlap = 예측해 보세요. 함수에 .jpg를 맡기는 두 번째 설정에 S3는 무어라 답할까요?
s3-events-predict-overlap-both = 저장되고, images/cat.jpg는 둘 다 받아요
s3-events-predict-overlap-refused = 거부해요
s3-events-predict-overlap-replaced = 저장되고, 첫 설정은 사라져요
s3-events-beat-second = 두 번째 설정을 보냈어요. 답을 읽어 보세요.
s3-events-beat-refused = S3의 답은 { $code }{ JOSA($code, "이에요/예요") }. 전의 설정이 그대로 남았어요. AWS의 말과 해결 방법을 읽어 보세요.
s3-events-beat-saved = S3가 설정을 저장했어요. 경로를 보세요.
s3-events-beat-apart = 대기열이 .png만 받게 하니 둘 다에 맞는 키가 없어요. 설정이 저장됐고, images/cat.jpg는 한쪽으로만 갔어요.
s3-events-beat-overlap-why = 한 키의 한 이벤트는 설정 하나로만 가요. 받을 곳이 둘이면 구독이 둘 있는 주제로 보내거나 EventBridge를 써요.
s3-events-beat-permission-question = jobs 대기열을 막 만들었어요. 아직 정책이 없어요. 새 객체가 생기면 버킷이 이 대기열에 알리게 하려고 해요.
s3-events-beat-permission = 예측해 보세요. 이 알림을 저장하면 어떻게 될까요?
s3-events-predict-permission-silent = 저장되지만 아무것도 오지 않아요
s3-events-predict-permission-refused = 거부해요
s3-events-predict-permission-opens = 저장되고, S3가 대기열의 문을 스스로 열어요
s3-events-beat-closed = 설정을 보냈어요. 답을 읽어 보세요.
s3-events-beat-let-in = 이 버킷에서 오는 s3.amazonaws.com만 보낼 수 있게 대기열에 정책을 달았어요. 그리고 같은 설정을 다시 보냈어요.
s3-events-beat-test-json = 대기열에 첫 메시지 s3:TestEvent가 있어요. 대기열이나 주제로 가는 설정을 저장하면 S3가 보내요. 받는 프로그램은 이 메시지도 다룰 줄 알아야 해요.
s3-events-beat-permission-why = 누구를 들일지는 대상이 정해요. 대기열과 주제는 정책으로, 함수는 권한으로 정해요. S3는 저장할 때 한 번 확인해요. 나중에 정책을 떼면 이벤트는 조용히 사라져요.
s3-events-beat-kinds-question = 대기열이 셋이에요. 하나는 생긴 객체, 하나는 삭제된 객체, 하나는 수명 주기가 만료시킨 객체를 맡았어요. tmp/는 1일 뒤에 만료되고, tmp/sales.csv가 거기 있어요.
s3-events-beat-kinds = 예측해 보세요. 밤에 수명 주기가 tmp/sales.csv를 삭제해요. 어느 대기열에 알림이 올까요?
s3-events-predict-kinds-removed = removed, 객체가 삭제됐으니까요
s3-events-predict-kinds-expired = expired
s3-events-predict-kinds-nobody = 어디에도 오지 않아요
s3-events-beat-night = 3일이 지났어요. 경로를 보세요.
s3-events-beat-copy = 올리기와 복사예요. 한 묶음에 드는 두 이벤트를 이름으로 구별해요.
s3-events-beat-parts = 큰 파일을 여러 파트로 올렸어요. S3는 파트를 하나로 합칠 때 한 번만 알려요.
s3-events-beat-delete = 사람이 보낸 DELETE예요. 밤에 생긴 이벤트와 이름을 비교해 보세요.
s3-events-beat-kinds-why = 까닭마다 이름이 있어요. Put, Copy, CompleteMultipartUpload, Delete, LifecycleExpiration, LifecycleTransition 같은 이름이에요. 별표는 묶음 전체를 뜻해요. 삭제를 빠짐없이 알려면 ObjectRemoved와 LifecycleExpiration을 둘 다 적어요.
s3-events-beat-twice-question = 프로그램이 대기열에서 일감을 꺼내요. 메시지를 받아 일을 마쳤는데, 메시지를 지우기 전에 멈췄어요.
s3-events-beat-first = 객체를 하나 올렸고, 그 메시지를 한 번 받았어요. 아직 아무도 지우지 않았어요.
s3-events-beat-again = 예측해 보세요. 1분 뒤에 누가 이 대기열에서 다시 받으면 무엇이 올까요?
s3-events-predict-again-none = 없어요. 이미 꺼낸 메시지예요
s3-events-predict-again-same = 같은 메시지가 또 와요
s3-events-predict-again-other = 같은 객체의 새 이벤트가 와요
s3-events-beat-second-receive = 두 번째로 받았어요. sequencer까지 똑같은 레코드예요.
s3-events-beat-done = 메시지를 받고, 수신 핸들을 적어 삭제했어요. 이제 대기열이 비었어요.
s3-events-beat-twice-why = S3와 SQS는 적어도 한 번 보내고, 순서를 꼭 지키지도 않아요. Skylab은 한 번씩 차례로 보내지만 AWS가 약속한 것은 아니에요. 그래서 받는 쪽은 한 일을 적어 두고, 한 키의 순서는 sequencer로 가려요.
s3-events-beat-loop-question = thumbs 함수는 images/에 .jpg가 생길 때마다 불려요. 그리고 섬네일을 images/small-….jpg로 써요.
s3-events-beat-loop = 예측해 보세요. images/cat.jpg를 한 번 올리면 함수가 객체를 몇 개 더할까요?
s3-events-predict-loop-none = 0개: 되돌아오는 설정은 S3가 거부해요
s3-events-predict-loop-one = 1개
s3-events-predict-loop-many = 아주 많이
s3-events-beat-feed = 한 번 올리고 5분이 지나자 버킷에 객체가 { $n }개 있어요.
s3-events-beat-stopped = 1시간 뒤에는 객체가 { $n }개예요. 함수가 S3를 거쳐 자기를 부른다는 것을 Lambda가 알아채고 고리를 끊었어요.
s3-events-beat-loop-why = S3는 함수가 무엇을 쓰는지 몰라요. 결과는 다른 접두사나 다른 버킷에 써요. Lambda는 약 16번 만에 고리를 끊지만, 그것은 안전장치일 뿐 설계가 아니에요.

## 경로
s3-events-routes = 경로
s3-events-objects = { $bucket }의 객체 { $n }개
s3-events-last = 마지막 이벤트: { $event }, { $key }
s3-events-no-event = 아직 객체에 아무 일도 없었어요. 키를 고르고 PUT을 눌러 보세요.
s3-events-every-key = 모든 키
s3-events-function = Lambda 함수
s3-events-queue = SQS 대기열
s3-events-topic = SNS 주제
s3-events-told = { $kind } · 알림 { $n }번
s3-events-fit-event = 알리지 않음: { $events }만 맡았어요
s3-events-fit-prefix = 알리지 않음: 키가 { $prefix }{ JOSA($prefix, "으로/로") } 시작하지 않아요
s3-events-fit-suffix = 알리지 않음: 키가 { $suffix }{ JOSA($suffix, "으로/로") } 끝나지 않아요
s3-events-remove = 설정 { $name } 제거
s3-events-bus-on = 버킷 전체 스위치: 켜짐
s3-events-bus-off = 버킷 전체 스위치: 꺼짐
s3-events-bus-turn-on = EventBridge 켜기
s3-events-bus-turn-off = EventBridge 끄기
s3-events-bus-told = 이벤트 버스 · 알림 { $n }번
s3-events-bus-hint = EventBridge는 버킷의 모든 이벤트를 받아요. 어디로 보낼지는 EventBridge의 규칙이 정해요.

## 조작
s3-events-copy = 객체 복사
s3-events-parts = 파트로 올리기
s3-events-day = 1일 뒤
s3-events-add-head = 설정 더하기
s3-events-event = 이벤트
s3-events-to = 대상
s3-events-prefix = 접두사
s3-events-suffix = 접미사
s3-events-add = 더하기
s3-events-add-hint = 이 설정을 더한 전체를 보내요: PutBucketNotificationConfiguration.
s3-events-add-note = PutBucketNotificationConfiguration은 늘 전체를 바꿔요. 그래서 명령에는 전의 설정도 함께 들어 있어요.
s3-events-let-in = { $name }에 S3 들이기
s3-events-let-in-hint = 이 버킷의 S3를 들이는 정책이나 권한을 대상에 달아요.

## 도착한 알림
s3-events-arrived = 도착한 그대로
s3-events-no-inbox = 대기열도 함수도 없어요.
s3-events-nothing-arrived = 아직 도착한 것이 없어요.
s3-events-queue-empty = 메시지 없음
s3-events-queue-hidden = 마지막 메시지: 누가 처리하는 중이라 숨음(받음 { $n }번)
s3-events-queue-visible = 마지막 메시지: 보임(받음 { $n }번)

## 일어난 일
s3-events-happened = 일어난 일
s3-events-nothing-yet = 아직 보낸 요청이 없어요. 버튼을 누르거나 다음 장면으로 가세요.
s3-events-did-event = { $event }, { $key }. 알림을 받은 곳: { $names }.
s3-events-did-nobody = { $event }, { $key }. 맞는 설정이 없어 아무에게도 알리지 않았어요.
s3-events-did-save = 저장했어요. 대기열, 주제, 함수로 가는 설정은 { $n }개예요.
s3-events-did-receive = 메시지를 받았어요. 30초 동안 숨었다가, 지우지 않으면 다시 나타나요.
s3-events-did-receive-none = 받을 메시지가 없었어요.
s3-events-did-delete = 수신 핸들을 적어 메시지를 삭제했어요.
s3-events-did-let-in = 대상이 S3를 들여요.
s3-events-did-circle = 시간이 흐르는 동안 S3가 함수 때문에 생긴 이벤트를 { $n }번 더 알렸어요.
s3-events-why-overlap = 같은 이벤트에서 두 필터에 다 맞는 키가 있을 수 있어요. 접두사나 접미사가 겹치지 않게 하거나, 주제 하나로 두 곳에 보내요.
s3-events-why-destination = 대상이 없거나, 대상의 정책이 s3.amazonaws.com을 들이지 않아요. 이 버킷을 들이는 정책을 달고 다시 저장해요.
s3-events-why-event = S3에 그런 이름의 이벤트는 없어요. 목록에 있는 이름을 써요.
s3-events-why-region = 대기열, 주제, 함수는 버킷과 같은 리전에 있어야 해요.
s3-events-why-arn = 그 ARN은 대기열, 주제, 함수의 것이 아니에요.

## 강사 노트
s3-events-note-filters-question = 알림이 없다면 버킷을 1분마다 들여다볼 프로그램은 무엇일지 물어보세요.
s3-events-note-route = 키를 한 글자씩 소리 내어 읽게 하고 손을 세어 보세요.
s3-events-note-dog = 화살표를 하나씩 따라가며 필터의 어느 부분이 맞지 않는지 짚어 보세요.
s3-events-note-bus-json = requester, reason, sequencer를 가리키세요.
s3-events-note-others = 주제는 레코드를 봉투에 담아요. Message는 글 속의 JSON이에요.
s3-events-note-filters-why = .jpg와 .JPG를 모두 받는 방법을 물어보세요. 설정 둘, 또는 EventBridge 규칙이에요.
s3-events-note-overlap-question = 설정의 순서로 정하면 되지 않을지 물어보세요.
s3-events-note-overlap = 손을 세고, 대기열의 접미사를 .png로 바꿔 다시 해 보세요.
s3-events-note-second = AWS의 문장을 소리 내어 읽어 보세요. 두 조건이 다 들어 있어요.
s3-events-note-apart = 접두사가 겹쳐도 접미사가 만날 수 없으면 괜찮아요.
s3-events-note-overlap-why = 주제 하나에 대기열 둘, 팬아웃을 그려 보세요.
s3-events-note-permission-question = 대기열의 주인은 누구인지, 버킷의 주인이 거기로 보내도 되는지 물어보세요.
s3-events-note-permission = Lambda 콘솔은 권한을 대신 달아 줘요. API는 그러지 않아요.
s3-events-note-closed = 두 까닭 가운데 어느 쪽인지는 말해 주지 않아요. AWS가 그래요.
s3-events-note-let-in = aws:SourceArn을 가리키세요. 이것이 없으면 아무 버킷이나 보낼 수 있어요.
s3-events-note-test-json = 첫 메시지에서 멈추는 프로그램이 많아요. 이 메시지 때문이에요.
s3-events-note-permission-why = 터미널에서 정책을 떼고 객체를 올려 보세요.
s3-events-note-kinds-question = "삭제됨"에 무엇까지 들어야 할지 물어보세요.
s3-events-note-kinds = 손을 세어 보세요. 삭제 뒤에 정리하는 프로그램을 짠 사람이 놀라요.
s3-events-note-night = 수명 주기는 UTC 자정에 움직여요.
s3-events-note-copy = 이름 바꾸기는 복사와 삭제예요. 그래서 이벤트도 둘이에요.
s3-events-note-parts = 48 MB를 8 MB씩 올렸어요. 파트 하나하나의 이벤트는 없어요.
s3-events-note-delete = 버전 관리를 켠 버킷이라면 DeleteMarkerCreated예요.
s3-events-note-kinds-why = 설정 더하기의 목록에서 이름을 찾게 해 보세요.
s3-events-note-twice-question = 다시 시작한 프로그램이 무엇을 할지 물어보세요.
s3-events-note-first = 받은 횟수를 보세요.
s3-events-note-again = 표시 제한 시간을 물어보세요. 바꾸지 않으면 30초예요.
s3-events-note-second-receive = 일을 두 번 해도 탈이 없어야 해요. 섬네일과 결제를 견주어 보세요.
s3-events-note-done = 지우기는 일을 마쳤다는 말이에요.
s3-events-note-twice-why = 칠판에 "멱등성"이라고 적으세요.
s3-events-note-loop-question = 화살표를 손가락으로 따라가 처음 자리로 돌아오는지 보세요.
s3-events-note-loop = 주인과 청구서 가운데 누가 먼저 알아챌지 물어보세요.
s3-events-note-feed = 터미널에서 키를 읽어 보세요: aws s3 ls s3://photos-417 --recursive.
s3-events-note-stopped = 고리를 끊은 것은 S3가 아니라 Lambda예요.
s3-events-note-loop-why = 고리를 끊는 방법 두 가지를 물어보세요.
