module "api" {
  source = "./x"
}
resource "aws_api_gateway_resource" "r" {
  rest_api_id = module.api.rest_api_id
  parent_id   = module.api.root_id
  path_part   = replace(var.name, "_", "-")
}
resource "aws_api_gateway_method" "m" {
  for_each      = { for k, v in var.routes : k => v if v.on }
  rest_api_id   = module.api.rest_api_id
  resource_id   = aws_api_gateway_resource.r.id
  http_method   = each.value["method"]
  authorization = lookup(each.value, "auth", "NONE")
  authorizer_id = lookup(each.value, "auth", "NONE") == "CUSTOM" ? module.api.authorizer_id : null
}
resource "aws_api_gateway_integration" "m" {
  for_each    = aws_api_gateway_method.m
  rest_api_id = module.api.rest_api_id
  resource_id = aws_api_gateway_resource.r.id
  http_method = each.value.http_method
  type        = "HTTP_PROXY"
  integration_http_method = each.value.http_method
  uri = join("/", ["https://${var.host}", "v1", each.key])
}
resource "aws_api_gateway_authorizer" "cognito" {
  name          = "c"
  rest_api_id   = module.api.rest_api_id
  type          = "COGNITO_USER_POOLS"
  provider_arns = data.aws_cognito_user_pools.p.arns
}
resource "aws_api_gateway_authorizer" "req" {
  name            = "r"
  rest_api_id     = module.api.rest_api_id
  type            = "REQUEST"
  authorizer_uri  = module.fn.invoke_arn
  identity_source = "method.request.header.Authorization,method.request.querystring.token"
}
resource "aws_api_gateway_rest_api" "old" {
  name   = "old"
  policy = "${data.template_file.p.rendered}"
  minimum_compression_size = ""
}
resource "aws_api_gateway_deployment" "old" {
  rest_api_id       = "${aws_api_gateway_rest_api.old.id}"
  stage_name        = ""
  stage_description = "${md5(file("main.tf"))}"
}
