import torch


class Product(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, W):
        ctx.save_for_backward(X, W)
        return X @ W

    @staticmethod
    def backward(ctx, V):
        X, W = ctx.saved_tensors
        return V @ W.T, X.T @ V


X = torch.tensor([[1.0, 2, 3], [4, 5, 6]])
W = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
X = X.double().requires_grad_()
W = W.double().requires_grad_()
check = torch.autograd.gradcheck
print(check(Product.apply, (X, W)))
