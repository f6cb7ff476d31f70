### 확장과 수직 확장 실험대의 글.

panel-scale-out = 확장과 수직 확장
scale-out-start-web = 웹 계층
scale-out-start-ceiling = 키우기의 한계

## 장면
scale-out-beat-web-question = 초당 요청 { $load }건을 { $design } 서버가 나눠 받아요. 같은 비용으로 큰 서버 1대에 모아도 용량은 같아요. 무엇이 다를까요?
scale-out-beat-failure = 예측해 보세요. 서버가 { $n }대예요. 그중 1대에 장애가 나면 용량이 얼마나 남을까요?
scale-out-predict-failure-nothing = 하나도 안 남아요
scale-out-predict-failure-half = 절반 이하만 남아요
scale-out-predict-failure-most = 절반보다 많이 남아요
scale-out-beat-break = 서버 1대에 장애를 일으켰어요. 남은 용량은 초당 { $capacity }건, 처음의 { $share }예요.
scale-out-beat-left = 장애 난 서버가 { $broken }대인데도 용량 { $capacity }건이 남아 부하 { $load }건을 모두 처리해요.
scale-out-beat-single = 같은 용량을 { $one } 1대에 모으고 장애를 일으켰어요. 이번에는 { $share }가 남아요. 비용은 나눠 둘 때와 같아요.
scale-out-beat-web-why = 확장은 서버를 더해 합친 용량을 늘려요. 서버마다 사양은 그대로예요. 1대에 장애가 나도 그 1대의 몫만 잃어요.
scale-out-beat-ceiling-question = 서버 { $n }대({ $size })가 초당 { $load }건을 받아요. 용량은 { $capacity }건이에요. 부하가 늘 때마다 더 큰 크기로 바꾸면 될까요?
scale-out-beat-growth = 예측해 보세요. 이 서버를 두 배로 키우는 동안 사용자는 무엇을 겪을까요?
scale-out-predict-growth-nothing = 달라지는 것이 없어요
scale-out-predict-growth-slower = 일부 요청만 처리돼요
scale-out-predict-growth-outage = 서비스가 멈춰요
scale-out-beat-grow = 서버를 중지하고 크기를 바꿔 다시 시작했어요. 약 { $minutes }분 동안 용량이 0이었어요. 이제 { $capacity }건이에요.
scale-out-beat-reach = 예측해 보세요. 부하가 초당 12,000건까지 늘어요. 1대를 계속 키우면 될까요?
scale-out-predict-reach-one = 1대로도 충분해요
scale-out-predict-reach-many = 1대로는 모자라요
scale-out-beat-largest = { $size }보다 큰 크기는 없어요. 부하 { $load }건에 용량은 { $capacity }건이라, 초당 { $short }건을 처리하지 못해요.
scale-out-beat-out = 서버를 더해 { $design }가 됐어요. 원래 서버는 멈추지 않았고, 용량 { $capacity }건으로 부하를 모두 받아요.
scale-out-beat-ceiling-why = 수직 확장은 서버 1대의 사양을 올려요. 보통 다시 시작해야 하고, 가장 큰 크기에서 끝나요. 확장에는 이런 한계가 없어요.

## 다른 길로 간 장면
scale-out-other-whole = 지금은 장애 난 서버가 없어요. 서버를 누르면 장애가 나요.
scale-out-other-left-short = 장애 난 서버가 { $broken }대예요. 남은 용량 { $capacity }건으로는 부하 { $load }건을 다 받지 못해요.
scale-out-other-single = 지금은 { $design }에 용량이 나뉘어 있어요. 1대로 모으면 장애 한 번에 얼마나 남는지 보세요.
scale-out-other-grow = 지금은 { $design }, 용량 { $capacity }건이에요. 바꾸는 동안에도 초당 { $least }건까지는 계속 받을 수 있었어요.
scale-out-other-ungrown = 아직 용량을 늘리지 않았어요. 서버를 키우거나 더해 보세요.
scale-out-other-largest = 부하 { $load }건을 { $design } 서버가 모두 받아요. 가장 큰 크기는 { $largest }예요.
scale-out-other-out = 지금은 { $design }, 용량 { $capacity }건이에요. 초당 { $short }건이 모자라요. 서버를 더해 보세요.

## 조절 값
scale-out-machines = 서버 수
scale-out-size = 크기
scale-out-load = 부하
scale-out-grow = 키우기
scale-out-grow-hint = 모든 서버를 바로 위 크기로 바꿔요. 1대씩 차례로 중지하고 다시 시작해요.
scale-out-gather = 1대로 모으기
scale-out-split = 4대로 나누기
scale-out-redesign-hint = 전체 용량은 그대로 두고 서버 수와 크기만 바꿔요. 용량에 꼭 맞는 크기가 없으면 바로 위 크기를 써요.
scale-out-repair = 모두 복구

## 그림과 숫자
scale-out-design = { $n } × { $size }
scale-out-cell = 칸 1개 = 초당 100건, 채운 만큼 쓰는 중
scale-out-picture = 서버 { $design }, 장애 { $broken }대, 부하 초당 { $load }건
scale-out-machine = 서버 { $machine }번, { $size }, 정상. 누르면 장애가 나요.
scale-out-machine-broken = 서버 { $machine }번, { $size }, 장애. 누르면 복구돼요.
scale-out-bar = 부하 { $load }건, 지금 용량 { $capacity }건, 모두 정상일 때 { $total }건(초당)
scale-out-per-second = { $n }/초
scale-out-units = 시간당 { $n }단위
scale-out-capacity = 용량
scale-out-capacity-how = 계산 방법: 정상인 서버 수 × 서버 1대의 용량. large 1대가 초당 100건이고 크기마다 두 배예요.
scale-out-load-how = 계산 방법: 조절 값에서 정한 초당 요청 수예요. 정상인 서버가 똑같이 나눠 받아요.
scale-out-served = 처리
scale-out-served-how = 계산 방법: 용량과 부하 가운데 작은 쪽 ÷ 부하.
scale-out-price = 비용
scale-out-price-how = 계산 방법: large 1대의 시간당 요금을 1단위로 세요. 크기가 두 배면 비용도 두 배예요. 장애 난 서버도 바꾸기 전까지는 비용에 들어가요.

## 차트
scale-out-tab-failures = 장애 난 뒤
scale-out-tab-growth = 키우는 동안
scale-out-failures-head = 장애 난 서버 수와 남는 용량(/초)
scale-out-failures-x = 장애 난 서버
scale-out-failures-empty = 서버에 장애를 일으키면 여기에 남는 용량이 보여요.
scale-out-growth-head = 두 배로 늘리는 동안의 용량(/초)
scale-out-growth-x = 분
scale-out-growth-empty = 서버를 키우거나 더하면 그동안의 용량이 보여요.
scale-out-growth-up = 키우기 { $design }
scale-out-growth-out = 더하기 { $design }
scale-out-load-line = 부하
scale-out-minutes = { $n }분

## 일어난 일
scale-out-happened = 일어난 일
scale-out-last-nothing = 아직 바꾼 것이 없어요. 서버를 눌러 장애를 일으키거나 조절 값을 바꿔 보세요.
scale-out-last-loaded = 부하가 초당 { $load }건이 됐어요. 용량 { $capacity }건으로 모두 받아요.
scale-out-last-loaded-short = 부하가 초당 { $load }건이 됐어요. 용량이 { $capacity }건이라 { $short }건을 처리하지 못해요.
scale-out-last-out = 서버를 { $from }대에서 { $n }대로 늘렸어요. 원래 서버는 멈추지 않았고, 서버마다 사양은 그대로예요.
scale-out-last-in = 서버를 { $from }대에서 { $n }대로 줄였어요. 남은 서버가 부하를 나눠 받아요.
scale-out-last-restart = { $from }에서 { $size }로 바꾸려고 서버를 중지했다 다시 시작했어요. 약 { $minutes }분 동안 아무 요청도 받지 못했어요.
scale-out-last-rolling = { $from }에서 { $size }로 1대씩 차례로 바꿨어요. 그동안 용량이 초당 { $lowest }건까지 내려갔어요.
scale-out-last-ceiling = { $largest }보다 큰 크기가 없어서 더 키우거나 모을 수 없어요. 서버를 더하면 용량이 늘어요.
scale-out-last-broke = 서버 { $machine }번에 장애가 났어요. 남은 용량 { $capacity }건으로 부하 { $load }건을 모두 받아요.
scale-out-last-broke-short = 서버 { $machine }번에 장애가 났어요. 남은 용량이 { $capacity }건이라 초당 { $short }건을 처리하지 못해요.
scale-out-last-repaired = 서버를 복구했어요. 용량은 초당 { $capacity }건이에요.
scale-out-last-redesigned = 서버 구성을 { $design }로 바꿨어요. 전체 용량은 초당 { $total }건이에요.
scale-out-simplified = 단순화: large 1대 = 초당 100건 = 시간당 1단위. 크기는 m6i에서 두 배씩 커지는 것만 있고, 다시 시작하거나 새로 시작하는 데 2분이 걸려요.

## 강사를 위한 메모
scale-out-note-web-question = 둘 가운데 어느 쪽을 고를지 먼저 손을 들게 하고, 까닭을 한 사람씩 물어보세요.
scale-out-note-failure = 서버 수를 먼저 세게 하세요. 답은 서버 수에서 바로 나와요.
scale-out-note-break = 그림에서 빗금 친 서버와 막대의 빗금을 함께 짚어 주세요.
scale-out-note-left = 장애 난 서버가 1대일 때 점선과 실선이 어디에 있고, 점이 언제 부하선 아래로 내려가는지 물어보세요.
scale-out-note-single = 비용이 같은데 왜 결과가 다른지 물어보세요. 평균이 아니라 장애 한 번의 크기가 달라요.
scale-out-note-web-why = 확장은 용량을 늘리고 수직 확장은 사양을 올린다는 말을 수강생이 직접 하게 하세요.
scale-out-note-ceiling-question = 지금 쓰는 서버의 크기를 아는 사람이 있는지, 다음 크기는 무엇인지 물어보세요.
scale-out-note-growth = 크기를 바꾸려면 인스턴스를 중지해야 한다는 것을 아는 사람이 있는지 보세요.
scale-out-note-grow = 0까지 내려간 점선을 짚어 주세요. 2분은 가정이라는 것도 알려 주세요.
scale-out-note-reach = 크기 목록을 세어 보게 하세요. 두 배로 몇 번 더 키울 수 있을까요?
scale-out-note-largest = 더 큰 크기가 없다는 문장을 읽어 주고, 이제 무엇이 남았는지 물어보세요.
scale-out-note-out = 서버 1대에 장애를 일으켜 보세요. 이제는 절반이 남아요.
scale-out-note-ceiling-why = 상태를 저장하는 서버는 더하기 어려워요. 상태를 어디로 옮길지는 뒤의 절에서 다뤄요.
