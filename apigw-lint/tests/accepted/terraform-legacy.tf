variable "names" { type = "list" }
resource "aws_api_gateway_rest_api" "api" {
  name = "legacy"
}
resource "aws_api_gateway_method" "m" {
  count              = "${length(var.names)}"
  rest_api_id        = "${aws_api_gateway_rest_api.api.id}"
  resource_id        = "${element(aws_api_gateway_resource.r.*.id, count.index)}"
  http_method        = "GET"
  authorization      = "NONE"
  request_parameters = "${merge(map("method.request.path.id", true), var.more)}"
}
resource "aws_api_gateway_resource" "r" {
  count       = "${length(var.names)}"
  rest_api_id = "${aws_api_gateway_rest_api.api.id}"
  parent_id   = "${aws_api_gateway_rest_api.api.root_resource_id}"
  path_part   = "${element(var.names, count.index)}"
}
resource "aws_api_gateway_integration" "i" {
  count       = "${length(var.names)}"
  rest_api_id = "${aws_api_gateway_rest_api.api.id}"
  resource_id = "${element(aws_api_gateway_resource.r.*.id, count.index)}"
  http_method = "${element(aws_api_gateway_method.m.*.http_method, count.index)}"
  type        = "MOCK"
  request_templates = {
    "application/json" = "{\"statusCode\": 200}"
  }
}
resource "aws_api_gateway_integration_response" "r" {
  rest_api_id = "${aws_api_gateway_rest_api.api.id}"
  resource_id = "${aws_api_gateway_resource.r.0.id}"
  http_method = "${aws_api_gateway_method.m.0.http_method}"
  status_code = "${aws_api_gateway_method_response.r.status_code}"
  response_parameters = {
    "method.response.header.X-A" = "'a'"
  }
}
resource "aws_api_gateway_method_response" "r" {
  rest_api_id         = "${aws_api_gateway_rest_api.api.id}"
  resource_id         = "${aws_api_gateway_resource.r.0.id}"
  http_method         = "${aws_api_gateway_method.m.0.http_method}"
  status_code         = "200"
  response_parameters = { "method.response.header.X-A" = true }
}
resource "aws_api_gateway_usage_plan" "p" {
  name = "p"
  api_stages {
    api_id = "${aws_api_gateway_rest_api.api.id}"
    stage  = "${aws_api_gateway_deployment.d.stage_name}"
  }
  quota_settings = {
    limit  = "20"
    period = "WEEK"
  }
}
resource "aws_api_gateway_deployment" "d" {
  depends_on  = ["aws_api_gateway_integration.i"]
  rest_api_id = "${aws_api_gateway_rest_api.api.id}"
  stage_name  = "v1"
  variables   = { a = "${uuid()}" }
}
